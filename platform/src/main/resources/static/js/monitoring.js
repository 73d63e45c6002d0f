// Plays the pyramid through the days on offer, the earliest first; charts.js redraws what the event names.
(() => {
  const button = document.querySelector('[data-play]');
  const stage = document.querySelector('[data-played]');
  if (!button || !stage) {
    return;
  }
  const select = document.getElementById(button.dataset.play);
  const figure = stage.querySelector('.chart');
  const show = option => {
    select.value = option.value;
    const address = new URL(figure.dataset.src, location);
    address.searchParams.set('day', option.value);
    figure.dataset.src = address.pathname + address.search;
    figure.dispatchEvent(new CustomEvent('htmx:afterSettle', {bubbles: true}));
  };
  button.addEventListener('click', () => {
    const days = [...select.options].reverse();
    button.disabled = true;
    days.forEach((option, i) => setTimeout(() => {
      show(option);
      button.disabled = i < days.length - 1;
    }, i * 1200));
  });
})();
