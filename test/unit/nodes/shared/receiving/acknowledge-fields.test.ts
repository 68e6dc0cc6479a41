import { acknowledgeFields } from '../../../../../nodes/shared/receiving/acknowledge-fields';

it('lets a run that ends without an acknowledgement answer 503, and a stored one 200', () => {
	const codes = acknowledgeFields('event').filter(({ name }) => name === 'responseCode');
	expect(codes.map((code) => [code.displayOptions?.show?.acknowledge, code.default])).toEqual([
		[['onReceived'], 200],
		[['responseNode'], 503],
	]);
});
