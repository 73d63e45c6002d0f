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
    legend: {show: data.series.length > 1, type: data.series.length > 6 ? 'scroll' : 'plain', top: 0, left: 0, itemWidth: 14, itemHeight: 10},
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

  // Five rows: the bounds of 95 and 80 per cent and the middle. The bands are differences stacked on the lowest bound.
  const fan = data => {
    if (data.series.length !== 5) {
      return lines(data);
    }
    const [low95, low80, middle, high80, high95] = data.series;
    const over = (upper, lower) => upper.values.map((value, i) => value - lower.values[i]);
    const band = (name, values, opacity) => ({
      name, type: 'line', stack: 'fan', stackStrategy: 'all', symbol: 'none', silent: true,
      lineStyle: {opacity: 0}, areaStyle: {color: colours[0], opacity}, itemStyle: {color: colours[0], opacity}, data: values,
    });
    const between = (lower, upper, i) => number(lower.values[i]) + ' – ' + number(upper.values[i]) + ' ' + data.unit;
    const told = ([{dataIndex: i}]) => [
      data.categories[i],
      middle.name + ' ' + number(middle.values[i]) + ' ' + data.unit,
      '80% ' + between(low80, high80, i),
      '95% ' + between(low95, high95, i),
    ].join('<br>');
    return {
      ...common(data),
      legend: {...common(data).legend, data: [middle.name, ...['80%', '95%'].map(name => ({name, icon: 'roundRect'}))]},
      tooltip: {trigger: 'axis', confine: true, formatter: told},
      xAxis: {...categories(data), boundaryGap: false},
      yAxis: {...values(), scale: true},
      series: [
        band(' ', low95.values, 0),
        band('95%', over(low80, low95), .16),
        band('80%', over(middle, low80), .34),
        band('  ', over(high80, middle), .34),
        band('   ', over(high95, high80), .16),
        {name: middle.name, type: 'line', symbol: 'none', lineStyle: {width: 2.5, color: colours[0]}, itemStyle: {color: colours[0]}, data: middle.values},
      ],
    };
  };

  const lines = data => ({
    ...upright(data, {type: 'line', symbol: 'none', lineStyle: {width: 2.5}}),
    xAxis: {...categories(data), boundaryGap: false},
    yAxis: {...values(), scale: true},
    series: data.series.map((each, i) => ({
      name: each.name, type: 'line', symbol: 'none', data: each.values,
      lineStyle: {width: 2.5, type: i === 0 ? 'dashed' : 'solid'}, z: 10 - i,
    })),
  });

  // Men to the left, women to the right: every other series is drawn with its sign turned. A third and a fourth are
  // outlines of another year. data-most around it keeps the axis while years are played.
  const pyramid = (data, most) => {
    const largest = Math.max(1, most ?? 0, ...data.series.flatMap(series => series.values));
    const step = 10 ** Math.floor(Math.log10(largest)) / 2;
    const edge = Math.ceil(largest / step) * step;
    const outline = {itemStyle: {color: 'transparent', borderColor: style('--ink-faint'), borderWidth: 1}, barGap: '-100%', z: 3};
    const positive = value => number(Math.abs(value));
    return {
      ...common(data),
      grid: {...common(data).grid, right: 28},
      tooltip: {...common(data).tooltip, axisPointer: {type: 'shadow'}, valueFormatter: value => positive(value) + ' ' + data.unit},
      xAxis: {...values(), min: -edge, max: edge, axisLabel: {color: style('--ink-soft'), formatter: positive, hideOverlap: true}},
      yAxis: {...categories(data), axisLabel: {color: style('--ink-soft'), interval: 0}},
      series: data.series.map((each, i) => ({
        name: each.name, type: 'bar', stack: i < 2 ? 'all' : 'other', barCategoryGap: '12%',
        data: each.values.map(value => (i % 2 === 0 ? -value : value)),
        ...(i < 2 ? {} : outline),
      })),
    };
  };

  const kinds = {
    line: data => upright(data, {type: 'line', symbolSize: 6, lineStyle: {width: 2.5}}),
    bar: data => upright(data, {type: 'bar', barMaxWidth: 36}),
    stacked: data => upright(data, {type: 'bar', stack: 'all', barMaxWidth: 36}),
    lines,
    fan,
    pyramid,
  };

  const draw = async figure => {
    const say = text => (figure.querySelector('figcaption').textContent = text);
    const source = figure.dataset.src;
    try {
      const answer = await fetch(source, {headers: {Accept: 'application/json'}});
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      const data = await answer.json();
      if (source !== figure.dataset.src) {
        return; // asked for something else meanwhile
      }
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
      // A pyramid glides from one year to the next; everything else is drawn anew.
      chart.setOption(kinds[figure.dataset.kind](data, figure.closest('[data-most]')?.dataset.most), figure.dataset.kind !== 'pyramid');
      figure.watcher ??= new ResizeObserver(() => chart.resize());
      figure.watcher.observe(canvas);
    } catch {
      say(figure.dataset.failed);
      figure.querySelector('.canvas').hidden = true;
    }
  };

  const drawAll = root => root.querySelectorAll('.chart[data-src]').forEach(draw);
  document.addEventListener('htmx:afterSettle', event => drawAll(event.target.parentElement ?? document));
  document.addEventListener('redraw', event => draw(event.target));
  drawAll(document);
})();
