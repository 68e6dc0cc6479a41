import type { Sandbox } from '../../../../../../sandbox/index';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { runComplaint } from './run-complaint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const complain = (more = {}) =>
	sandbox.complain(sandbox.pay({ total: 10_000 }), { complaint_detail: '未收到货', ...more });

it('is a file with the name of its kind', async () => {
	const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
	const { media_url } = complain({ images: [png] });
	const asked = { complaintImage: media_url[0], imageField: 'picture' };
	const [image] = await runComplaint(sandbox, 'getImage', asked, { n: 1 });
	expect(image).toMatchObject({
		json: { n: 1, image: { type: 'image/png', bytes: 8 } },
		binary: { picture: { data: png, fileName: 'complaint.png', mimeType: 'image/png' } },
	});
});
