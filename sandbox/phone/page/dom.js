/** An element with attributes, event listeners (`onclick`) and children; `false` and `null` are left out. */
export function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
		else if (value !== false && value !== null) made.setAttribute(key, value === true ? '' : value);
	}
	made.append(
		...children.filter((child) => child !== null && child !== undefined && child !== false),
	);
	return made;
}

/** The head of an order or product in a list: its title, and what to see at once. */
export const head = (title, { class: kind, text }) =>
	element(
		'div',
		{ class: 'head' },
		element('h3', {}, title),
		element('span', { class: kind }, text),
	);

export const byId = (id) => document.getElementById(id);

/** Sets a text only where it differs, so that a screen reader is told of changes alone. */
export function say(node, text) {
	if (node.textContent !== text) node.textContent = text;
}

/**
 * Makes a list show these items, in this order. An item that is there already keeps its element,
 * and so the focus: only what changed of it is drawn anew.
 */
export function list(container, items, keyOf, draw) {
	const before = new Map([...container.children].map((child) => [child.dataset.key, child]));
	items.forEach((item, index) => {
		const key = keyOf(item);
		const text = JSON.stringify(item);
		let child = before.get(key);
		before.delete(key);
		if (child?.dataset.shown !== text) {
			const drawn = draw(item);
			drawn.dataset.key = key;
			drawn.dataset.shown = text;
			if (child) replaceKeepingFocus(child, drawn);
			child = drawn;
		}
		if (container.children[index] !== child) {
			container.insertBefore(child, container.children[index] ?? null);
		}
	});
	for (const gone of before.values()) gone.remove();
}

function replaceKeepingFocus(old, drawn) {
	const focused = old.contains(document.activeElement) ? document.activeElement : null;
	const part = focused?.dataset.part;
	old.replaceWith(drawn);
	if (part) drawn.querySelector(`[data-part="${part}"]`)?.focus();
}
