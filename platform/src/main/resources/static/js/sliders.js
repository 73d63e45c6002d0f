// A slider and the number field above it show the same value, whichever is moved.
document.addEventListener('input', event => {
  const other = event.target.dataset.slider || event.target.dataset.field;
  const field = other && document.getElementById(other);
  if (field) {
    field.value = event.target.value;
  }
});
