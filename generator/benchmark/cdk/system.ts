/** The facts about a system, the same as in the generator's config. */
export interface System {
  readonly name: string;
  readonly application: string;
  readonly namespace: string;
  /** The repository of all images in the account's registry. Without it, each service has its own. */
  readonly repository?: string;
  readonly tag: string;
  readonly port: number;
  /** The number of tasks per service. */
  readonly count: number;
  /** One security group for all services, open to itself, or one per service, open for its calls. */
  readonly securityGroups: 'shared' | 'perService';
  /** Whether the internet can reach the port. */
  readonly open: boolean;
  readonly exec: boolean;
  readonly user?: string;
  readonly readonlyRootFilesystem?: boolean;
  readonly healthCheck?: readonly string[];
  readonly services: readonly SystemService[];
}

export interface SystemService {
  readonly name: string;
  /** The called services: name by alias. */
  readonly calls: Readonly<Record<string, string>>;
}
