// The pages of the projection: a year that is played, charts that follow it, and an editor whose charts follow its fields.
(() => {
  const redraw = figure => figure.dispatchEvent(new CustomEvent('redraw', {bubbles: true}));

  // A player: the button moves the year from its place to the end, or from the start again; pressing it again stops.
  document.querySelectorAll('[data-player]').forEach(player => {
    const button = player.querySelector('[data-play]');
    const range = player.querySelector('input[type=range]');
    const play = button.textContent;
    let timer = null;
    const show = year => {
      range.value = year;
      range.dispatchEvent(new Event('input', {bubbles: true}));
    };
    const stop = () => {
      clearInterval(timer);
      timer = null;
      button.textContent = play;
    };
    range.addEventListener('input', () => (player.querySelector('output').value = range.value));
    button.addEventListener('click', () => {
      if (timer !== null) {
        stop();
        return;
      }
      button.textContent = button.dataset.stop;
      show(range.value === range.max ? range.min : range.value);
      timer = setInterval(() => {
        if (range.value === range.max) {
          stop();
        } else {
          show(Number(range.value) + 1);
        }
      }, 350);
    });
  });

  document.querySelectorAll('[data-redrawn]').forEach(stage => {
    const range = stage.querySelector('input[type=range]');
    const figure = stage.querySelector('.chart');
    range?.addEventListener('input', () => {
      const address = new URL(figure.dataset.src, location);
      address.searchParams.set('year', range.value);
      figure.dataset.src = address.pathname + address.search;
      redraw(figure);
    });
  });

  // The editor: what it is called and what it rests on is no business of a preview.
  const form = document.querySelector('form[data-preview]');
  let waiting;
  form?.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const query = new URLSearchParams(new FormData(form));
      ['name', 'source', '_csrf', 'm1.source', 'm2.source'].forEach(name => query.delete(name));
      ['m1', 'm2'].forEach(measure => query.get(measure + '.name') && query.set(measure + '.source', '-'));
      form.querySelectorAll('.chart').forEach(figure => {
        figure.dataset.src = figure.dataset.src.split('?')[0] + '?' + query;
        redraw(figure);
      });
    }, 400);
  });
})();
