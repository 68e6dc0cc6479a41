import { isRemovable } from '../../../../lib/odoo/schema/setup-step';
import { setUpSteps } from '../../../../lib/set-up/set-up-steps';

it('makes currencies first and filters last, and a pricelist of the first currency', () => {
	const names = setUpSteps({ currencies: ['CNY', 'USD'] }).map(({ name }) => name);
	expect(names).toEqual([
		...['Currency CNY', 'Currency USD', 'Pricelist in CNY', 'UTM source WeChat'],
		'Tag Refund in WeChat',
		...['WeChat Order Number', 'WeChat Merchant ID', 'WeChat Invoice Title', 'WeChat Paid On'].map(
			field,
		),
		...['WeChat Money', 'WeChat Paid'].map(field),
		...['Currency of WeChat Paid', 'WeChat Settled', 'Currency of WeChat Settled'].map(field),
		...['WeChat Received', 'Currency of WeChat Received'].map(field),
		...['Table', 'Access to', 'Menu'].map((kind) => `${kind} WeChat Settlement Entries`),
		...['Table', 'Access to', 'Menu'].map((kind) => `${kind} WeChat Open Differences`),
		...['Table', 'Access to', 'Menu'].map((kind) => `${kind} WeChat SKUs`),
		...[
			'WeChat Orders',
			'WeChat Money Not Received',
			'WeChat Orders by Money',
			'WeChat Campaigns',
		].map((name) => `Filter ${name}`),
	]);
});

const field = (label: string) => `Field ${label} of sale orders`;

it('removes fields, filters and menus, and tables only with their records', () => {
	const kinds = (deleteRecords: boolean) => {
		const steps = setUpSteps({ currencies: ['CNY'], deleteRecords });
		return new Set(steps.filter(isRemovable).map(({ name }) => name.split(' ')[0]));
	};
	expect(kinds(false)).toEqual(new Set(['Field', 'Menu', 'Filter']));
	expect(kinds(true)).toEqual(new Set(['Field', 'Table', 'Access', 'Menu', 'Filter']));
});
