import { abandoned } from '../../../../tools/services/docker';

test('containers are abandoned when the process that owns them is gone', () => {
	const listing = 'odoo-19-web 11\nodoo-19-db 11\nodoo-14-web 12\n\nof-somebody-else \n';
	expect(abandoned(listing, (pid) => pid === 12)).toEqual(['odoo-19-web', 'odoo-19-db']);
});
