import { createSandbox } from './server/create-sandbox';
import { writeKeyFiles, type KeyFiles } from './merchant/key-files';
import { optionsFromCommandLine, USAGE } from './server/command-line';
import { fillShelf } from './phone/sample-goods';
import type { Sandbox, SandboxOptions } from './platform/sandbox';

async function main(): Promise<void> {
	const options = optionsFromCommandLine(process.argv.slice(2));
	if (!options) {
		process.stdout.write(`${USAGE}\n`);
		return;
	}
	const sandbox = await createSandbox(options);
	fillShelf(sandbox.serverApi.shop);
	const files = await writeKeyFiles(sandbox);
	process.stdout.write(`${welcome(sandbox, files, options)}\n`);
	await new Promise<void>((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
	await sandbox.stop();
	await files.remove();
}

function welcome(sandbox: Sandbox, files: KeyFiles, { notifyUrl }: SandboxOptions): string {
	const { merchant, url, serverApi } = sandbox;
	const { miniProgram, shopAccount } = serverApi;
	return `WeChat sandbox: ${url}

Open ${url}/phone/ : a small shop beside an operator's console

WeChat Pay API credential in n8n
  Region                       Sandbox of This Package
  Base URL                     ${url}
  Merchant ID                  ${merchant.mchid}
  Merchant Certificate Serial  ${merchant.serialNo}
  Private Key                  the text of ${files.privateKey}
                               (or ${files.pkcs12} as base64)
  APIv3 Key                    ${merchant.apiV3Key}
  APIv2 Key                    ${merchant.apiV2Key}   (for XML notifications only)
  Verification Keys            the text of ${files.verificationKeys}

api.weixin.qq.com is at the same address
  Mini program                 AppID ${miniProgram.appid}, AppSecret ${miniProgram.secret}
  WeChat Shop                  AppID ${shopAccount.appid}, AppSecret ${shopAccount.secret}

Notifications go to  ${notifyUrl ?? 'nowhere yet: type it in the console, or give --notify-url'}
Pay                  curl ${url}/sandbox/payments -d '{"total": 19900, "attach": "TEE-RED-M*2"}'
Deliveries           curl ${url}/sandbox/deliveries

Ctrl-C stops it and removes the key files.`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
