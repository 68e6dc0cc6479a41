import { outputsOf, readExecution } from '../../../../tools/services/n8n-executions';
import { isPublished, publicationFailure } from '../../../../tools/services/n8n-publishing';
import { sessionCookie, unwrapped } from '../../../../tools/services/n8n-rest';

const stored = async (data: object) => ({
	id: '7',
	status: 'success',
	mode: 'webhook',
	startedAt: null,
	stoppedAt: null,
	data: (await import('flatted')).stringify(data),
});

describe('readExecution', () => {
	it('gives the items of every output, over all runs of a node, with empty outputs as lists', async () => {
		const one = { data: { main: [[{ json: { n: 1 } }], null] } };
		const two = { data: { main: [[{ json: { n: 2 } }], [{ json: { n: 3 } }]] } };
		const execution = await readExecution(
			await stored({ resultData: { runData: { Map: [one, two], Off: [{}] } } }),
		);
		expect(outputsOf(execution, 'Map')).toEqual([[{ n: 1 }, { n: 2 }], [{ n: 3 }]]);
		expect(outputsOf(execution, 'Off')).toEqual([]);
		expect(outputsOf(execution, 'Elsewhere')).toEqual([]);
		expect(execution).not.toHaveProperty('error');
	});

	it('says why the workflow and the node failed', async () => {
		const error = { message: 'boom' };
		const execution = await readExecution(
			await stored({ resultData: { error, runData: { Fail: [{ error }] } } }),
		);
		expect(execution).toMatchObject({ error: 'boom', runs: { Fail: [{ error: 'boom' }] } });
	});

	it('reads an execution that crashed before any node ran', async () => {
		const nothing = { runs: {}, toDo: {} };
		expect(await readExecution(await stored({}))).toMatchObject(nothing);
	});

	it('finds the items of a run that n8n was ended in before its trigger had its turn', async () => {
		const items = [{ json: { transaction_id: '42' } }];
		const nodeExecutionStack = [{ node: { name: 'Trigger' }, data: { main: [items, null] } }];
		const execution = await readExecution(
			await stored({ executionData: { nodeExecutionStack }, resultData: { runData: {} } }),
		);
		expect(execution.toDo).toEqual({ Trigger: [items, []] });
	});
});

describe('publication', () => {
	const trigger = { status: 'activated', errorMessage: null };
	const done = { status: 'published', liveVersionId: 'v2', triggers: [trigger] };

	it('is done when this version is live at every trigger', () => {
		expect(isPublished(done, 'v2')).toBe(true);
		expect(isPublished(done, 'v3')).toBe(false);
		expect(isPublished({ ...done, status: 'in_progress' }, 'v2')).toBe(false);
		const waiting = { ...trigger, status: 'pending' };
		expect(isPublished({ ...done, triggers: [trigger, waiting] }, 'v2')).toBe(false);
	});

	it('has failed with the trigger’s reason', () => {
		const failed = { status: 'failed', errorMessage: 'the key is wrong' };
		expect(publicationFailure({ ...done, triggers: [failed] })).toBe('the key is wrong');
		expect(publicationFailure({ ...done, status: 'failed', triggers: [] })).toBe('no reason given');
		expect(publicationFailure(done)).toBeUndefined();
	});
});

describe('n8nRest', () => {
	it('sends back the session only, without its attributes', () => {
		const lines = ['other=1; Path=/', 'n8n-auth=abc.def; Max-Age=1; HttpOnly'];
		expect(sessionCookie(lines)).toBe('n8n-auth=abc.def');
		expect(sessionCookie([])).toBeUndefined();
	});

	it('takes n8n’s envelope off, and leaves lists and empty answers as they are', () => {
		expect(unwrapped('{"data":{"id":"1"}}')).toEqual({ id: '1' });
		expect(unwrapped('[{"name":"x"}]')).toEqual([{ name: 'x' }]);
		expect(unwrapped('')).toBeNull();
	});
});
