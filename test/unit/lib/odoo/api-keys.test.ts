import { endOfKey, readApiKeys } from '../../../../lib/odoo/api-keys';
import { fakeOdoo } from './fake-odoo';

const day = (text: string) => Date.parse(`${text}T08:00:00Z`);
const OLD = { name: 'old', end: day('2026-12-10') };
const NEW = { name: 'new', end: day('2027-03-01') };
const ENDLESS = { name: 'endless' };
const key = (notedEnd = '') => ({ isKey: true, notedEnd });

it('reads the keys of the user, with and without an end', async () => {
	const rows = [
		{ id: 1, name: 'n8n', expiration_date: '2027-02-28 08:00:00' },
		{ id: 2, name: 'endless', expiration_date: false },
	];
	const odoo = fakeOdoo(() => rows, ['expiration_date']);
	expect(await readApiKeys(odoo)).toEqual([{ name: 'n8n', end: day('2027-02-28') }, ENDLESS]);
	expect(odoo.calls[0]?.params?.domain).toEqual([['user_id', '=', 5]]);
});

it('reads nothing where keys have no end', async () => {
	expect(await readApiKeys(fakeOdoo(() => []))).toBeUndefined();
});

it.each([
	['the only key', [NEW], key(), 'new', '2027-03-01', 'odoo'],
	['the first of several to expire', [ENDLESS, NEW, OLD], key(), 'old', '2026-12-10', 'odoo'],
	[
		'the key that expires on the noted day',
		[OLD, NEW],
		key('2027-03-01'),
		'new',
		'2027-03-01',
		'odoo',
	],
	[
		'the noted day, if no key expires then',
		[OLD],
		key('2027-01-15'),
		null,
		'2027-01-15',
		'credential',
	],
	[
		'the noted day, where Odoo does not say',
		undefined,
		key('2027-01-15'),
		null,
		'2027-01-15',
		'credential',
	],
	['no end of a key without one', [ENDLESS], key(), 'endless', null, 'odoo'],
	['nothing where nobody knows', undefined, key(), null, null, null],
	['nothing for a note that is no day', undefined, key('in spring'), null, null, null],
	['nothing for a password', [OLD], { isKey: false, notedEnd: '' }, null, null, null],
])('takes %s', (_, keys, note, name, ends, source) => {
	const found = endOfKey(keys, note);
	expect({ ...found, ends: found.ends?.slice(0, 10) ?? null }).toEqual({ name, ends, source });
});
