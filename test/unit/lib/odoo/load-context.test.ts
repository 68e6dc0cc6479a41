import { inCompany, WITHOUT_CHANGE_LOG, WITHOUT_LOG } from '../../../../lib/odoo/load-context';

it('selects a company only where one is known', () => {
	expect(inCompany(3)).toEqual({ allowed_company_ids: [3] });
	expect(inCompany(undefined)).toEqual({});
});

it('leaves out the log of changes only together with the log of creation', () => {
	expect(WITHOUT_CHANGE_LOG).toMatchObject(WITHOUT_LOG);
	expect(WITHOUT_LOG).not.toHaveProperty('tracking_disable');
});
