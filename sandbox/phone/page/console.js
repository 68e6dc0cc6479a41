import { byId, element, list } from './dom.js';

/** The figures at the top: how the day goes. */
export function showFigures({ orders, deliveries }) {
	const real = deliveries.filter(({ probe }) => !probe);
	const times = real.map(({ latency_ms }) => latency_ms).sort((a, b) => a - b);
	const late = times.length > 0 ? times[Math.ceil(times.length * 0.95) - 1] : null;
	const figures = [
		['Newest payments', orders.length],
		[
			'Acknowledged',
			`${orders.filter(({ acknowledged }) => acknowledged).length} of ${orders.length}`,
		],
		['Failed attempts', real.filter(({ failure }) => failure !== null).length],
		['Latency, 95 of 100', late === null ? '–' : `${late} ms`],
	];
	list(
		byId('figures'),
		figures,
		([name]) => name,
		([name, value]) =>
			element('div', {}, element('dt', {}, name), element('dd', {}, String(value))),
	);
}

/** Faults that can be turned on and off. */
export function showSwitches({ switches }, turn) {
	list(
		byId('switches'),
		switches,
		({ name }) => name,
		({ name, label, description, on }) =>
			element(
				'li',
				{},
				element(
					'button',
					{
						role: 'switch',
						'aria-checked': String(on),
						'data-part': 'switch',
						onclick: () => turn(name, !on),
					},
					element('i', { 'aria-hidden': 'true' }),
					element('span', {}, label),
					element('small', {}, description),
				),
			),
	);
}

/** The products to choose from for a surge; a choice that was made stays. */
export function showSurge({ products }) {
	list(
		byId('surge-sku'),
		products.map(({ sku_code, title }) => ({ sku_code, title })),
		({ sku_code }) => sku_code,
		({ sku_code, title }) => element('option', { value: sku_code }, title),
	);
}

/** The address of the trigger, unless it is being typed in. */
export function showTarget({ notify_url: url }) {
	const field = byId('notify-url');
	if (document.activeElement !== field && field.dataset.shown !== (url ?? '')) {
		field.value = url ?? '';
		field.dataset.shown = url ?? '';
	}
}
