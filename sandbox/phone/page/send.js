/** Asks the sandbox to do something. @throws Error with its reason when it does not */
export async function send(route, body) {
	const answer = await fetch(`/sandbox/${route}`, { method: 'POST', body: JSON.stringify(body) });
	const json = await answer.json();
	if (!answer.ok) throw new Error(json.error);
	return json;
}
