import type { Locator, Page } from 'playwright-core';

/** n8n's dialog of a credential: what is typed in, and what its test says. */
export interface CredentialDialog {
	/** By the name of each field; choices by what the list shows. */
	fill(fields: Record<string, string>): Promise<void>;
	choose(field: string, option: string): Promise<void>;
	/** Saves, which tests the credential. @returns why the test failed; empty when it is content */
	save(): Promise<string>;
}

/** Opens **Create credential** and chooses a type by its display name. */
export async function newCredential(page: Page, type: string): Promise<CredentialDialog> {
	await page.goto('/home/credentials/create');
	await page.getByTestId('new-credential-type-select').locator('input').fill(type);
	const options = page.getByTestId('new-credential-type-select-option');
	await options.getByText(type, { exact: true }).click();
	await page.getByTestId('new-credential-type-button').click();
	const dialog = page.getByTestId('credential-edit-dialog');
	await dialog.waitFor();
	const field = (name: string): Locator => dialog.getByTestId(`parameter-input-${name}`);
	return {
		async fill(fields) {
			for (const [name, value] of Object.entries(fields)) {
				await field(name).locator('input, textarea').first().fill(value);
			}
		},
		async choose(name, option) {
			await field(name).click();
			await page.getByRole('option', { name: option }).click();
		},
		async save() {
			const testing = page.waitForResponse((answer) =>
				answer.url().endsWith('/rest/credentials/test'),
			);
			await page.getByTestId('credential-save-button').click();
			const { data } = (await (await testing).json()) as { data: { status: string } };
			if (data.status === 'OK') {
				await dialog.getByTestId('credentials-config-container-test-success').waitFor();
				return '';
			}
			await dialog.getByText('More details').click();
			return await dialog.innerText();
		},
	};
}
