/** What the program is told of a system: the same that stands in the generator's config. */
export interface System {
  readonly name: string;
  readonly application: string;
  readonly namespace: string;
  /** The one repository of all images in the account's own registry, or one for each service. */
  readonly repository?: string;
  readonly tag: string;
  readonly port: number;
  /** Tasks of each service. */
  readonly count: number;
  /** One security group for all services, open to itself, or one for each, open along the calls. */
  readonly securityGroups: 'shared' | 'perService';
  /** Whether the internet may come to the port. */
  readonly open: boolean;
  readonly exec: boolean;
  readonly user?: string;
  readonly readonlyRootFilesystem?: boolean;
  readonly healthCheck?: readonly string[];
  readonly services: readonly SystemService[];
}

export interface SystemService {
  readonly name: string;
  /** From alias to the name of the service that is called. */
  readonly calls: Readonly<Record<string, string>>;
}
