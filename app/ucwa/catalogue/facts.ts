import type { EnumerationName } from './generated/enumerations.ts';

/** The type of one value. `date` is a moment, `external` a link with a `data:` or `cid:` href. */
export type ScalarTypeName =
  | 'string'
  | 'boolean'
  | 'number'
  | 'date'
  | 'external'
  | EnumerationName;

/** The type of a property or parameter, as the catalogue writes it: `string`, `Importance[]`, … */
export type TypeName = ScalarTypeName | `${ScalarTypeName}[]`;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';

/** What is known of one input of an operation. */
export interface ParameterFacts {
  readonly type: TypeName;
  readonly required?: true;
  /** In characters. */
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Only the hosted service's dialect has it, or only there it is required. */
  readonly hosted?: 'only' | 'required';
}

export interface OperationFacts {
  readonly query?: Readonly<Record<string, ParameterFacts>>;
  readonly body?: Readonly<Record<string, ParameterFacts>>;
  /** The body is no resource but this: an SDP, or the text of a message. */
  readonly content?: 'sdp' | 'message';
  /**
   * The resource that a POST or PUT answers with or creates. A GET gives its own, unless this says
   * otherwise: `derivedConversation` reads as a `conversation`.
   */
  readonly response?: string;
  /** Documented errors besides `usualErrors` of the method, such as `403 Forbidden/LimitExceeded`. */
  readonly errors?: readonly string[];
  /** Where the documentation names only these, not the usual ones. */
  readonly onlyErrors?: readonly string[];
}

/** Events about a resource that reach the event channel. */
export interface EventFacts {
  readonly resource: string;
  readonly types: readonly string[];
  readonly priority: 'High' | 'Medium' | 'Low';
  readonly sender: string;
}

export interface ResourceFacts {
  /** The relation on the wire, where it is not the name: `startAudio` of `startAudio2`. */
  readonly rel?: string;
  /** From which revision of the relation this holds; 1 when not given. */
  readonly revision?: number;
  readonly properties?: Readonly<Record<string, TypeName>>;
  /** Documented lengths of its properties, in characters. */
  readonly maxLengths?: Readonly<Record<string, number>>;
  /** Relations of its links and of what it embeds. */
  readonly links?: readonly string[];
  readonly events?: readonly EventFacts[];
  readonly operations?: Readonly<Partial<Record<Method, OperationFacts>>>;
}
