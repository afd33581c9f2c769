import { z } from 'zod'
import { Cinema, Programme } from '#contract/catalog.ts'
import { Menu } from '#contract/concessions.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { endpoints } from '#contract/endpoints.ts'
import { ApiError, type ErrorCode, errors } from '#contract/errors.ts'
import { Hall, SeatStates } from '#contract/hall.ts'
import { Beat, beatEveryMs, SeatsDelta, SeatsSnapshot, type Stream, streams } from '#contract/live.ts'
import { HoldRequest, Order, PaymentRequest } from '#contract/order.ts'
import { PickupRequest, PickupTicket } from '#contract/pickup.ts'
import { Reconciliation } from '#contract/reconciliation.ts'
import { StaffSession, StaffSignIn } from '#contract/staff.ts'
import {
  SettleRequest,
  StaffOrder,
  StaffOrderLine,
  StaffOrders,
  StaffReturnRequest,
} from '#contract/staff-orders.ts'
import { Status } from '#contract/status.ts'

/** Schemas that have a name in the document; everything else stands where it is used. */
const named = {
  ApiError,
  Beat,
  Cinema,
  Hall,
  HoldRequest,
  Menu,
  Order,
  PaymentRequest,
  PickupRequest,
  PickupTicket,
  Programme,
  Reconciliation,
  SeatStates,
  SeatsDelta,
  SeatsSnapshot,
  SettleRequest,
  StaffOrder,
  StaffOrderLine,
  StaffOrders,
  StaffReturnRequest,
  StaffSession,
  StaffSignIn,
  Status,
}
const names = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(named)) names.add(schema, { id })

/** Errors that any call may answer. */
const anywhere: readonly ErrorCode[] = ['invalid-request', 'too-many-attempts', 'internal']

/** Errors of those who are not let in. */
const refusals: Record<'anybody' | 'staff' | 'manager', readonly ErrorCode[]> = {
  anybody: [],
  staff: ['not-signed-in'],
  manager: ['not-signed-in', 'manager-needed'],
}

/** The API as an OpenAPI 3.1 document, made from the very schemas that parse requests and answers. */
export function openApiDocument(): object {
  const { schemas } = z.toJSONSchema(names, { io: 'input', uri: refTo })
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  for (const [name, stream] of Object.entries<Stream>(streams)) {
    paths[stream.path.replace(/:(\w+)/g, '{$1}')] = { get: subscription(`${name}Stream`, stream) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: '1',
      description: 'The cinema box office. Money is in fen, time in Beijing.',
    },
    paths,
    components: {
      securitySchemes: {
        staff: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-foyer-staff',
          description: 'Set by startStaffSession; without TLS its name is foyer-staff.',
        },
      },
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
      ),
    },
  }
}

const refTo = (id: string) => `#/components/schemas/${id}`
const json = (schema: object) => ({ 'application/json': { schema } })

function operation(operationId: string, endpoint: Endpoint): object {
  return {
    operationId,
    summary: endpoint.summary,
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...(endpoint.method === 'POST'
        ? [
            {
              name: 'x-foyer',
              in: 'header',
              required: true,
              description: 'Any value; proves that no foreign page sent the request.',
              schema: { type: 'string' },
            },
          ]
        : []),
    ],
    ...(endpoint.body && { requestBody: { required: true, content: json(schemaOf(endpoint.body)) } }),
    ...(endpoint.access !== undefined && { security: [{ staff: [] }] }),
    responses: {
      200: { description: 'Done.', content: json(schemaOf(endpoint.result)) },
      ...errorResponses([...endpoint.errors, ...refusals[endpoint.access ?? 'anybody'], ...anywhere]),
    },
  }
}

/** A stream of server-sent events; its schema is that of one event as a browser hands it on, told apart by its name. */
function subscription(operationId: string, { summary, params, place, events, errors: own }: Stream): object {
  const resumeFrom = place && schemaOf(place)
  const event = ([name, data]: [string, z.ZodType]) => ({
    type: 'object',
    properties: {
      ...(resumeFrom && { id: resumeFrom }),
      event: { const: name },
      data: {
        type: 'string',
        contentMediaType: 'application/json',
        contentSchema: schemaOf(data),
      },
    },
    required: ['event', 'data'],
  })
  return {
    operationId,
    summary,
    parameters: [
      ...parameters('path', params),
      ...(resumeFrom
        ? [
            {
              name: 'Last-Event-ID',
              in: 'header',
              required: false,
              description:
                'The id of the last event that was heard: what was missed follows, or else the whole.',
              schema: resumeFrom,
            },
            {
              name: 'after',
              in: 'query',
              required: false,
              description: 'The same, for whoever cannot set a header; the header goes before it.',
              schema: resumeFrom,
            },
          ]
        : []),
    ],
    responses: {
      200: {
        description: `Events without end: ${Object.keys(events).join(', ')}. One at least every ${beatEveryMs / 1000} s.`,
        content: { 'text/event-stream': { schema: { oneOf: Object.entries(events).map(event) } } },
      },
      ...errorResponses([...own, 'too-many-streams', ...anywhere]),
    },
  }
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: !z.safeParse(part, undefined).success,
    schema: schemaOf(part),
  }))
}

/** A schema for use inside the document: named ones, at any depth, are references to their one description. */
function schemaOf(schema: z.core.$ZodType): object {
  const name = names.get(schema)?.id
  if (name !== undefined) return { $ref: refTo(name) }
  const {
    $schema: _schema,
    $defs: _defs,
    ...plain
  } = z.toJSONSchema(schema, { io: 'input', metadata: names })
  return JSON.parse(JSON.stringify(plain).replaceAll('"#/$defs/', `"${refTo('')}`))
}

/** One answer a status, naming the codes that it may bear. */
function errorResponses(codes: readonly ErrorCode[]): Record<string, object> {
  const responses: Record<string, object> = {}
  for (const status of new Set(codes.map(code => errors[code].status))) {
    const here = codes.filter(code => errors[code].status === status)
    responses[status] = { description: here.join(', '), content: json({ $ref: refTo('ApiError') }) }
  }
  return responses
}
