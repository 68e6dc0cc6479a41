import { controlApp } from '../control/app';
import type { Controls } from '../control/controls';
import { mallBackend } from '../merchant/mall-backend';
import { payApi } from '../pay-api/app';
import { payApiV2 } from '../pay-api/v2';
import { phoneApp } from '../phone/app';
import type { WeChat } from '../platform/wechat';
import { serverApi } from '../server-api/app';
import { newApp, type App } from './app';
import { injectFaults } from './inject-faults';
import { onlyLocal } from './only-local';

/** Everything at one address: the sides share no beginning of a path, and WeChat Pay has the rest. */
export function sandboxApp(
	wechat: WeChat,
	controls: Controls,
	pause: (ms: number) => Promise<void>,
): App {
	const faults = injectFaults(wechat, pause);
	return (
		newApp()
			.onError(({ message }, call) => call.text(`The sandbox failed: ${message}\n`, 500))
			.use(onlyLocal)
			.route('/', phoneApp(controls, wechat.now))
			.route('/sandbox', controlApp(controls))
			.route('/mall', mallBackend(controls.mall, Date.now))
			// Before the server API, which has the rest of `/cgi-bin`.
			.route('/cgi-bin/mch', payApiV2(wechat, faults))
			.route('/', serverApi(wechat, faults))
			.route('/pay', payApiV2(wechat, faults))
			.route('/', payApi(wechat, faults))
	);
}
