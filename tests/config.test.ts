import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../src/config.js';

const messageOf = (environment: Record<string, string>) => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  throw new Error('the settings were accepted');
};

describe('settings from the environment', () => {
  test('GIVEN nothing THEN every setting has its default and there is no token', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      token: undefined,
      shards: 'auto',
      operators: [],
      queryTimeout: 10_000,
      logLevel: 'info',
    });
    expect(settings.articles).toMatch(/data[\\/]articles$/);
    expect(settings.keepQuestions).toBe(false);
    expect(readSettings({ KEEP_QUESTIONS: 'true' }).keepQuestions).toBe(true);
    expect(messageOf({ KEEP_QUESTIONS: 'yes' })).toContain('KEEP_QUESTIONS is neither true nor false');
    expect(settings.state).toMatch(/data[\\/]state$/);
  });

  test('GIVEN empty values, as .env.example has them, THEN they are the defaults too', () => {
    const empty = {
      DISCORD_TOKEN: '',
      OPERATOR_IDS: ' ',
      ARTICLES_DIR: '',
      QUERY_TIMEOUT_SECONDS: '',
      LOG_LEVEL: '',
    };
    expect(readSettings({ ...empty, DISCORD_API_URL: '' })).toEqual(readSettings({}));
  });

  test('GIVEN every setting THEN each is read', () => {
    const settings = readSettings({
      DISCORD_TOKEN: ' a.b.c ',
      DISCORD_API_URL: 'http://127.0.0.1:9000/api',
      SHARDS: ' 5-9/20 ',
      OPERATOR_IDS: '123456789012345678, 223456789012345678',
      ARTICLES_DIR: '/srv/articles',
      PEOPLE_FILE: '/srv/people.yaml',
      CACHE_DIR: '/var/cache/cuttings',
      SEARCH_ENGINE: 'opensearch',
      OPENSEARCH_URLS: 'https://one:9200, https://two:9200',
      OPENSEARCH_USERNAME: 'cuttings',
      OPENSEARCH_PASSWORD: ' a b ',
      OPENSEARCH_CA: '/srv/ca.pem',
      STATE_DIR: '/var/lib/cuttings',
      SHARED_STATE: 'newsroom',
      KEEP_QUESTIONS: 'true',
      TIME_ZONE: ' Pacific/Auckland ',
      QUERY_TIMEOUT_SECONDS: '2.5',
      HTTP_PORT: '9464',
      HTTP_HOST: '::1',
      LOG_LEVEL: 'debug',
    });
    expect(settings).toEqual({
      token: 'a.b.c',
      apiUrl: 'http://127.0.0.1:9000/api',
      shards: { first: 5, last: 9, of: 20 },
      operators: ['123456789012345678', '223456789012345678'],
      articles: '/srv/articles',
      peopleFile: '/srv/people.yaml',
      cache: '/var/cache/cuttings',
      engine: 'opensearch',
      opensearch: {
        nodes: ['https://one:9200', 'https://two:9200'],
        username: 'cuttings',
        password: ' a b ',
        apiKey: undefined,
        ca: '/srv/ca.pem',
      },
      state: '/var/lib/cuttings',
      sharedState: 'newsroom',
      keepQuestions: true,
      timeZone: 'Pacific/Auckland',
      queryTimeout: 2500,
      http: { host: '::1', port: 9464 },
      logLevel: 'debug',
    });
  });

  test('GIVEN a time zone that there is not THEN it is named', () => {
    expect(messageOf({ TIME_ZONE: 'Pacific/Wrenfield' })).toContain(
      'TIME_ZONE is not the name of a time zone',
    );
  });

  test('GIVEN settings of OpenSearch that do not fit together THEN each is named, and no secret repeated', () => {
    expect(messageOf({ SEARCH_ENGINE: 'opensearch' })).toContain('OPENSEARCH_URLS is not set');
    expect(messageOf({ SHARED_STATE: 'newsroom' })).toContain('OPENSEARCH_URLS is not set');
    expect(messageOf({ SHARED_STATE: 'News Room' })).toContain('SHARED_STATE is not a name');
    for (const urls of ['http://me:secret@one:9200', 'one:9200', 'http://one:9200,ftp://two']) {
      const message = messageOf({ OPENSEARCH_URLS: urls });
      expect(message).toContain('OPENSEARCH_URLS is not a list of http(s) addresses');
      expect(message).not.toContain('secret');
    }
    expect(messageOf({ OPENSEARCH_PASSWORD: 'secret' })).toMatch(
      /OPENSEARCH_PASSWORD and OPENSEARCH_USERNAME/,
    );
    const both = { OPENSEARCH_USERNAME: 'me', OPENSEARCH_PASSWORD: 'p', OPENSEARCH_API_KEY: 'key' };
    expect(messageOf(both)).toContain('leave one of them out');
  });

  test('GIVEN only a port for HTTP THEN nobody but this machine can reach it; without one there is none', () => {
    expect(readSettings({ HTTP_PORT: '9464' }).http).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(readSettings({ HTTP_HOST: '0.0.0.0' }).http).toBeUndefined();
    for (const wrong of [{ HTTP_PORT: '0' }, { HTTP_PORT: '80.5' }, { HTTP_PORT: '1', HTTP_HOST: 'a b' }])
      expect(messageOf(wrong)).toContain('HTTP_');
  });

  test('GIVEN a number of connections, all or a part THEN they are read; what means none is named', () => {
    expect(readSettings({ SHARDS: '10' }).shards).toEqual({ first: 0, last: 9, of: 10 });
    expect(readSettings({ SHARDS: '3/10' }).shards).toEqual({ first: 3, last: 3, of: 10 });
    for (const wrong of ['0', '-1', '4-3/10', '0-10/10', '2.5', '0/0', 'all', '99999', '1/2/3'])
      expect(messageOf({ SHARDS: wrong })).toContain('SHARDS is neither auto');
  });

  test('GIVEN several wrong values THEN one error names them all and repeats none', () => {
    const message = messageOf({
      DISCORD_TOKEN: 'secret token',
      DISCORD_API_URL: 'ftp://secret.example',
      OPERATOR_IDS: 'secret-name',
      QUERY_TIMEOUT_SECONDS: 'soon',
      LOG_LEVEL: 'loud',
    });
    for (const name of [
      'DISCORD_TOKEN',
      'DISCORD_API_URL',
      'OPERATOR_IDS',
      'QUERY_TIMEOUT_SECONDS',
      'LOG_LEVEL',
    ]) {
      expect(message).toContain(name);
    }
    expect(message).not.toMatch(/secret|soon|loud/);
  });
});
