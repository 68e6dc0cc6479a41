import { byId, element, list, say } from './dom.js';

const STATES = {
	draft: 'Draft',
	sent: 'Draft',
	sale: 'Confirmed',
	done: 'Locked',
	cancel: 'Cancelled',
};

/** The orders that Odoo made of the payments; hidden where Odoo is not read. */
export function showOdoo({ odoo }) {
	byId('odoo').hidden = odoo === null;
	if (odoo === null) return;
	byId('odoo-error').hidden = odoo.error === null;
	say(byId('odoo-error'), odoo.error === null ? '' : `Odoo could not be read: ${odoo.error}`);
	list(
		byId('odoo-rows'),
		odoo.orders,
		({ name }) => name,
		({ name, url, transaction_id, state, amount, ordered, reserved, activities }) =>
			element(
				'tr',
				{},
				element('td', {}, element('a', { href: url, target: '_blank', rel: 'noopener' }, name)),
				element('td', { title: transaction_id }, `…${transaction_id.slice(-8)}`),
				element(
					'td',
					{},
					element('span', { class: `badge ${mood(state, activities)}` }, STATES[state] ?? state),
					activities > 0 && ' to do',
				),
				element('td', { class: 'number' }, amount),
				element('td', { class: 'number' }, `${reserved} of ${ordered}`),
			),
	);
}

const mood = (state, activities) =>
	activities > 0 ? 'waiting' : ({ sale: 'good', done: 'good', cancel: 'bad' }[state] ?? '');
