// Draws every <figure class="chart" data-src data-kind> from its JSON (org.junheng.web.ChartData) and writes the same
// figures into its table. ECharts is fetched only by pages that have a chart.
(() => {
  const library = document.currentScript.dataset.echarts;
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colours = ['#17508f', '#c8702a', '#2f8a6b', '#8a5aa5', '#b0322b', '#5c6878'];
  const number = value => (value === null ? '—' : value.toLocaleString('en'));
  let loading;

  const load = () => (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = library;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  }));

  const element = (name, text) => Object.assign(document.createElement(name), {textContent: text});

  const caption = (figure, data) => figure.querySelector('figcaption')
    .replaceChildren(element('b', data.title), element('small', [data.base, data.unit].filter(Boolean).join(' · ')));

  const heading = (text, scope) => Object.assign(element('th', text), {scope});

  const table = (figure, data) => {
    const head = element('tr', '');
    head.append(element('td', ''), ...data.series.map(series => heading(series.name, 'col')));
    const rows = data.categories.map((category, i) => {
      const row = element('tr', '');
      row.append(heading(category, 'row'), ...data.series.map(series => element('td', number(series.values[i]))));
      return row;
    });
    figure.querySelector('table').replaceChildren(head, ...rows);
    figure.querySelector('details').hidden = false;
  };

  const common = data => ({
    color: colours,
    animationDuration: 300,
    textStyle: {fontFamily: style('--type'), color: style('--ink-soft')},
    grid: {left: 8, right: 16, top: 36, bottom: 8, containLabel: true},
    legend: {show: data.series.length > 1, top: 0, left: 0, itemWidth: 14, itemHeight: 10},
    tooltip: {trigger: 'axis', confine: true, valueFormatter: value => number(value ?? null) + ' ' + data.unit},
  });
  const categories = data => ({type: 'category', data: data.categories, axisTick: {show: false}, axisLine: {lineStyle: {color: style('--line-strong')}}, axisLabel: {color: style('--ink-soft')}});
  const values = () => ({type: 'value', splitLine: {lineStyle: {color: style('--line')}}, axisLabel: {color: style('--ink-soft')}});

  const upright = (data, series) => ({
    ...common(data),
    xAxis: categories(data),
    yAxis: values(),
    series: data.series.map(each => ({name: each.name, data: each.values, ...series})),
  });

  // Men to the left, women to the right: the first series is drawn with its sign turned.
  const pyramid = data => {
    const largest = Math.max(1, ...data.series.flatMap(series => series.values));
    const step = 10 ** Math.floor(Math.log10(largest)) / 2;
    const edge = Math.ceil(largest / step) * step;
    const positive = value => number(Math.abs(value));
    return {
      ...common(data),
      grid: {...common(data).grid, right: 28},
      tooltip: {...common(data).tooltip, axisPointer: {type: 'shadow'}, valueFormatter: value => positive(value) + ' ' + data.unit},
      xAxis: {...values(), min: -edge, max: edge, axisLabel: {color: style('--ink-soft'), formatter: positive, hideOverlap: true}},
      yAxis: {...categories(data), axisLabel: {color: style('--ink-soft'), interval: 0}},
      series: data.series.map((each, i) => ({
        name: each.name, type: 'bar', stack: 'all', barCategoryGap: '12%',
        data: each.values.map(value => (i === 0 ? -value : value)),
      })),
    };
  };

  const kinds = {
    line: data => upright(data, {type: 'line', symbolSize: 6, lineStyle: {width: 2.5}}),
    bar: data => upright(data, {type: 'bar', barMaxWidth: 36}),
    stacked: data => upright(data, {type: 'bar', stack: 'all', barMaxWidth: 36}),
    pyramid,
  };

  const draw = async figure => {
    const say = text => (figure.querySelector('figcaption').textContent = text);
    try {
      const answer = await fetch(figure.dataset.src, {headers: {Accept: 'application/json'}});
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      const data = await answer.json();
      caption(figure, data);
      if (data.categories.length === 0) {
        figure.querySelector('.canvas').hidden = true;
        figure.querySelector('figcaption').append(element('p', figure.dataset.empty));
        return;
      }
      table(figure, data);
      await load();
      const canvas = figure.querySelector('.canvas');
      const chart = echarts.getInstanceByDom(canvas) ?? echarts.init(canvas, null, {renderer: 'svg'});
      chart.setOption(kinds[figure.dataset.kind](data), true);
      new ResizeObserver(() => chart.resize()).observe(canvas);
    } catch {
      say(figure.dataset.failed);
      figure.querySelector('.canvas').hidden = true;
    }
  };

  const drawAll = root => root.querySelectorAll('.chart[data-src]').forEach(draw);
  document.addEventListener('htmx:afterSettle', event => drawAll(event.target.parentElement ?? document));
  drawAll(document);
})();
