import { byId, element } from './dom.js';

/** What a buyer enters, with labels. */
const FIELDS = [
	['name', 'Name'],
	['phone', 'Phone'],
	['country', 'Country code'],
	['province', 'Province'],
	['city', 'City'],
	['district', 'District'],
	['street', 'Street'],
	['postcode', 'Postcode'],
];

/** The form for the address, filled with the first sample. It is drawn once: what a person typed stays. */
export function showAddress({ addresses }) {
	const form = byId('address');
	if (form.children.length > 0 || addresses.length === 0) return;
	const fields = FIELDS.map(([name, label]) =>
		element('label', {}, label, element('input', { name, maxlength: '100' })),
	);
	const fill = (address) => {
		for (const [name] of FIELDS) form.elements[name].value = address[name];
	};
	const choose = element(
		'select',
		{ name: 'sample', onchange: ({ target }) => fill(addresses[Number(target.value)]) },
		...addresses.map(({ name, city }, index) =>
			element('option', { value: String(index) }, `${name}, ${city}`),
		),
	);
	form.append(
		element('label', {}, 'Sample address', choose),
		...fields,
		element('label', {}, 'Remark', element('input', { name: 'remark', maxlength: '200' })),
	);
	form.addEventListener('submit', (event) => event.preventDefault());
	fill(addresses[0]);
}

/** What the buyer entered, as a purchase takes it. */
export function enteredAddress() {
	const { elements } = byId('address');
	if (elements.length === 0) return {};
	const recipient = Object.fromEntries(FIELDS.map(([name]) => [name, elements[name].value.trim()]));
	return { recipient, remark: elements.remark.value.trim() };
}
