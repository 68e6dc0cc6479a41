import { redisEnvironment, redisFromEnvironment } from '../../../../tools/services/redis-server';

it('reads an address with login and database', () => {
	const REDIS_URL = 'redis://n8n:p%40ss@redis.example.com:6380/2';
	const server = redisFromEnvironment({ REDIS_URL });
	expect(server).toMatchObject({
		host: 'redis.example.com',
		port: 6380,
		username: 'n8n',
		password: 'p@ss',
		database: 2,
	});
	expect(redisEnvironment(server!, 'a')).toEqual({
		QUEUE_BULL_REDIS_HOST: 'redis.example.com',
		QUEUE_BULL_REDIS_PORT: '6380',
		QUEUE_BULL_REDIS_USERNAME: 'n8n',
		QUEUE_BULL_REDIS_PASSWORD: 'p@ss',
		QUEUE_BULL_REDIS_DB: '2',
		QUEUE_BULL_PREFIX: 'a',
		N8N_REDIS_KEY_PREFIX: 'a',
	});
});

it('sets nothing that the address does not say', () => {
	const server = redisFromEnvironment({ REDIS_URL: 'redis://127.0.0.1' });
	expect(server).toMatchObject({ host: '127.0.0.1', port: 6379 });
	expect(Object.keys(redisEnvironment(server!, 'a')).join()).not.toMatch(/USERNAME|PASSWORD|_DB/);
	expect(redisFromEnvironment({})).toBeUndefined();
});
