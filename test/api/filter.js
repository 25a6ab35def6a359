// Leaves in the list the names that hold what is typed.
const field = document.getElementById('filter');
field.addEventListener('input', () => {
  const wanted = field.value.trim().toLowerCase();
  for (const list of document.querySelectorAll('#names ul')) {
    for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    const empty = [...list.children].every((item) => item.hidden);
    list.hidden = empty;
    list.previousElementSibling.hidden = empty;
  }
});
