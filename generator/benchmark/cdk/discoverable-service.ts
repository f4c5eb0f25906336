import { Aws, CfnOutput, Duration, RemovalPolicy, Tags } from 'aws-cdk-lib/core';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as servicediscovery from 'aws-cdk-lib/aws-servicediscovery';
import { Construct } from 'constructs';
import { System, SystemService } from './system';

/** The resources that all services of a system share. */
export interface Platform {
  readonly vpc: ec2.IVpc;
  readonly cluster: ecs.ICluster;
  readonly namespace: servicediscovery.PrivateDnsNamespace;
  readonly securityGroup?: ec2.SecurityGroup;
  readonly executionRole: iam.IRole;
  readonly taskRole: iam.IRole;
}

export interface DiscoverableServiceProps extends SystemService {
  readonly platform: Platform;
  readonly system: System;
}

/** A Fargate service with a name in the namespace. */
export class DiscoverableService extends Construct {
  private readonly securityGroup: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, private readonly props: DiscoverableServiceProps) {
    super(scope, id);
    const { platform, system, name } = props;
    this.securityGroup = platform.securityGroup ?? this.ownSecurityGroup();
    const taskDefinition = this.taskDefinition();
    const service = new ecs.FargateService(this, 'Service', {
      serviceName: name,
      cluster: platform.cluster,
      taskDefinition,
      desiredCount: system.count,
      platformVersion: ecs.FargatePlatformVersion.LATEST,
      capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      enableExecuteCommand: system.exec,
      assignPublicIp: true,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      securityGroups: [this.securityGroup],
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
    service.node.addDependency(...platform.vpc.publicSubnets.map((subnet) => subnet.internetConnectivityEstablished));
    service.associateCloudMapService({ service: this.discovery(), containerPort: system.port });
    new CfnOutput(this, 'Endpoint', { value: `${name}.${system.namespace}:${system.port}` });
  }

  /** Allows calls to a service, in both security groups. */
  mayCall(callee: DiscoverableService): void {
    const { system, name } = this.props;
    const { connections } = this.securityGroup;
    const port = ec2.Port.tcp(system.port);
    if (callee === this) {
      connections.allowInternally(port, `From ${name}`);
    } else {
      connections.allowTo(callee.securityGroup, port, `From ${name}`);
    }
  }

  private ownSecurityGroup(): ec2.SecurityGroup {
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: this.props.platform.vpc,
      description: 'Tasks of one service',
      allowAllOutbound: false,
    });
    group.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'To 0.0.0.0/0');
    Tags.of(group).add('Name', `${Aws.STACK_NAME}-${this.props.name}`);
    new CfnOutput(this, 'SecurityGroupId', {
      value: group.securityGroupId,
      exportName: `${Aws.STACK_NAME}-${this.props.name}-SecurityGroupId`,
    });
    return group;
  }

  private taskDefinition(): ecs.FargateTaskDefinition {
    const { platform, system, name } = this.props;
    const logGroup = new logs.LogGroup(this, 'LogGroup', {
      logGroupName: `/ecs/${Aws.STACK_NAME}/${name}`,
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const taskDefinition = new ecs.FargateTaskDefinition(this, 'TaskDefinition', {
      cpu: 256,
      memoryLimitMiB: 512,
      executionRole: platform.executionRole,
      taskRole: platform.taskRole,
    });
    const path = system.repository ?? `${system.name}/${name}`;
    const repository = ecr.Repository.fromRepositoryName(this, 'Repository', path);
    taskDefinition.addContainer(name, {
      image: ecs.ContainerImage.fromEcrRepository(repository, system.tag),
      portMappings: [{ containerPort: system.port }],
      environment: this.environment(),
      user: system.user,
      readonlyRootFilesystem: system.readonlyRootFilesystem,
      healthCheck: system.healthCheck && {
        command: [...system.healthCheck],
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        retries: 3,
        startPeriod: Duration.seconds(30),
      },
      stopTimeout: Duration.seconds(45),
      linuxParameters: system.exec
        ? new ecs.LinuxParameters(this, 'LinuxParameters', { initProcessEnabled: true })
        : undefined,
      logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'ecs' }),
    });
    return taskDefinition;
  }

  private environment(): Record<string, string> {
    const { system, name, calls } = this.props;
    const environment: Record<string, string> = {
      PORT: `${system.port}`,
      SERVICE_DRAIN: '15',
      SERVICE_LAME_DUCK: '25',
      SERVICE_NAME: name,
      SERVICE_NAMESPACE: system.namespace,
    };
    for (const [alias, callee] of Object.entries(calls)) {
      const prefix = alias.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_').toUpperCase();
      const host = `${callee}.${system.namespace}`;
      environment[`${prefix}_HOST`] = host;
      environment[`${prefix}_PORT`] = `${system.port}`;
      environment[`${prefix}_URL`] = `http://${host}:${system.port}`;
    }
    if (Object.keys(calls).length > 0) {
      environment.SERVICE_CALLS = Object.keys(calls).join(',');
    }
    return environment;
  }

  /** Creates A and SRV records. The construct supports only one kind, so an override sets both. */
  private discovery(): servicediscovery.Service {
    const discovery = this.props.platform.namespace.createService(this.props.name, {
      name: this.props.name,
      dnsRecordType: servicediscovery.DnsRecordType.SRV,
      routingPolicy: servicediscovery.RoutingPolicy.MULTIVALUE,
      customHealthCheck: { failureThreshold: 1 },
    });
    (discovery.node.defaultChild as servicediscovery.CfnService).addPropertyOverride('DnsConfig.DnsRecords', [
      { Type: 'A', TTL: 10 },
      { Type: 'SRV', TTL: 10 },
    ]);
    return discovery;
  }
}
