import { once } from 'node:events';
import { createServer } from 'node:http';
import { z } from 'zod';

type Kept = { _source: unknown; _seq_no: number };

const SearchSchema = z.object({ query: z.object({ term: z.object({ kind: z.string() }) }) });
const SourceSchema = z.object({ kind: z.string(), key: z.string(), writing: z.number() });

/**
 * A node of OpenSearch as far as a state asks it, for what cannot be made to happen to a real one in time: one that hangs, or loses an index.
 * That it answers as a real one does is seen in tests/opensearch.
 */
export async function standInNode() {
  let index: { mappings: unknown; documents: Map<string, Kept> } | null = null;
  let hangs = false;
  let numbers = 0;

  function answer(method: string, path: string, body: unknown): { status: number; body: object } {
    if (path === '/') return ok({ version: { number: '3.0.0', distribution: 'opensearch' } });
    const [, , what = '', id = ''] = path.split('/');
    if (method === 'PUT' && what === '') {
      if (index) return { status: 400, body: { error: { type: 'resource_already_exists_exception' } } };
      index = { documents: new Map(), ...z.object({ mappings: z.unknown() }).parse(body) };
      return ok({});
    }
    if (path === '/_aliases') return ok({});
    if (!index) return { status: 404, body: { error: { type: 'index_not_found_exception' }, status: 404 } };
    const { documents, mappings } = index;
    if (what === '_mapping') return ok({ index: { mappings } });
    if (what === '_search') {
      const { kind } = SearchSchema.parse(body).query.term;
      const found = [...documents.values()]
        .map(({ _source }) => SourceSchema.loose().parse(_source))
        .filter((source) => source.kind === kind);
      const value = found.reduce((sum, { writing }) => sum + writing, 0);
      return ok({
        hits: { total: { value: found.length }, hits: found.map((_source) => ({ _source })) },
        aggregations: { writings: { value } },
      });
    }
    if (what !== '_doc') return ok({});
    const kept = documents.get(id);
    if (method === 'GET')
      return kept ? ok({ ...kept, _primary_term: 1 }) : { status: 404, body: { found: false } };
    if (method === 'DELETE') documents.delete(id);
    else documents.set(id, { _source: body, _seq_no: ++numbers });
    return ok({});
  }

  const server = createServer((request, response) => {
    if (hangs) return;
    let text = '';
    request.on('data', (part) => {
      text += String(part);
    });
    request.on('end', () => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      const made = answer(request.method ?? '', path, text === '' ? null : JSON.parse(text));
      response.writeHead(made.status, { 'content-type': 'application/json' }).end(JSON.stringify(made.body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  return {
    address: `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}`,
    /** From now on it takes what is asked and says nothing. */
    hang() {
      hangs = true;
    },
    /** Takes the index away, and gives it. */
    lose() {
      const lost = index;
      index = null;
      return lost;
    },
    /** Puts an index back, as a restored copy. */
    restore(copy: typeof index) {
      index = copy;
    },
    /** Makes another of the settings that a server has, as a hand in the index would. */
    change(work: (source: object) => object) {
      for (const kept of index?.documents.values() ?? []) {
        const source = SourceSchema.loose().parse(kept._source);
        if (source.kind === 'server') kept._source = { ...work(source), writing: source.writing + 1 };
      }
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const ok = (body: object) => ({ status: 200, body });
