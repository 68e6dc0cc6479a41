/** A tab list as the keyboard and screen readers expect it: arrow keys move, one tab is in the tab order. */
export function tabs(tablist) {
	const all = [...tablist.querySelectorAll('[role=tab]')];
	const choose = (chosen) => {
		for (const tab of all) {
			const on = tab === chosen;
			tab.setAttribute('aria-selected', String(on));
			tab.tabIndex = on ? 0 : -1;
			document.getElementById(tab.getAttribute('aria-controls')).hidden = !on;
		}
	};
	for (const [index, tab] of all.entries()) {
		tab.addEventListener('click', () => choose(tab));
		tab.addEventListener('keydown', ({ key }) => {
			const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
			if (!step) return;
			const next = all[(index + step + all.length) % all.length];
			choose(next);
			next.focus();
		});
	}
}
