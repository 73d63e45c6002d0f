// What pages need beyond HTML: the CSRF token with htmx, dialogs, keys, and saying that something failed.
(() => {
  const meta = document.querySelector('meta[name="csrf"]');
  const toast = document.getElementById('toast');

  const say = text => {
    toast.textContent = text;
    toast.classList.add('shown');
    clearTimeout(say.timer);
    say.timer = setTimeout(() => toast.classList.remove('shown'), 6000);
  };

  document.addEventListener('htmx:configRequest', event => {
    if (meta.content) {
      event.detail.headers[meta.dataset.header] = meta.content;
    }
  });

  // A problem (RFC 9457) says what to do; anything else is our fault.
  document.addEventListener('htmx:responseError', event => {
    let detail = null;
    try {
      detail = JSON.parse(event.detail.xhr.responseText).detail;
    } catch {
      // not a problem document
    }
    say(detail || document.body.dataset.failed);
  });
  document.addEventListener('htmx:sendError', () => say(document.body.dataset.offline));

  document.addEventListener('htmx:afterSwap', event => {
    if (event.target.matches?.('.progress[data-done]')) {
      htmx.trigger(document.body, 'progress-done');
    }
  });

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-dialog]');
    if (opener) {
      document.getElementById(opener.dataset.dialog).showModal();
    }
    event.target.closest('[data-close]')?.closest('dialog').close();
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });

  // A form is sent once, however often the button is pressed; coming back to the page, it can be sent again.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || form.matches('[hx-post], [hx-boost] *')) {
      return;
    }
    if ('sent' in form.dataset) {
      event.preventDefault();
    }
    form.dataset.sent = '';
  });
  window.addEventListener('pageshow', () =>
    document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

  // What was typed into a form with data-draft waits in this tab while its reader looks elsewhere, until it is sent.
  document.querySelectorAll('form[data-draft]').forEach(form => {
    const key = 'draft:' + form.dataset.draft;
    const kept = [...form.elements].filter(each => each.name && !['hidden', 'password', 'file', 'submit'].includes(each.type));
    const draft = JSON.parse(sessionStorage.getItem(key) || 'null');
    if (draft) {
      kept.filter(each => each.name in draft).forEach(each => {
        if (['radio', 'checkbox'].includes(each.type)) {
          each.checked = draft[each.name].includes(each.value);
        } else {
          each.value = draft[each.name][0];
        }
      });
    }
    form.addEventListener('input', () => {
      const now = {};
      new FormData(form).forEach((value, name) => {
        if (kept.some(each => each.name === name)) {
          (now[name] ??= []).push(value);
        }
      });
      sessionStorage.setItem(key, JSON.stringify(now));
    });
    form.addEventListener('submit', () => sessionStorage.removeItem(key));
  });
  document.querySelector('form[action$="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear());

  // "/" leads to the search box; j and k walk through the rows of a table.
  const walk = step => {
    const links = [...document.querySelectorAll('.table tbody tr')].map(row => row.querySelector('a')).filter(Boolean);
    const at = links.indexOf(document.activeElement);
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog')) {
      return;
    }
    const search = document.querySelector('[data-search]');
    if (event.key === '/' && search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'j') {
      walk(1);
    } else if (event.key === 'k') {
      walk(-1);
    } else if (/^[a-z]$/i.test(event.key)) {
      // A key named on the page presses its button, or opens what it names; never one that is switched off.
      const named = document.querySelector(`[data-key="${event.key.toLowerCase()}"]:not([disabled])`);
      if (named?.matches('details')) {
        named.open = true;
        event.preventDefault();
        named.querySelector('input, select, textarea')?.focus();
      } else {
        named?.click();
      }
    }
  });
})();
