import { Aws, CfnOutput, IStackSynthesizer, Stack, Tags } from 'aws-cdk-lib/core';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as servicediscovery from 'aws-cdk-lib/aws-servicediscovery';
import { Construct } from 'constructs';
import { DiscoverableService, Platform } from './discoverable-service';
import { System } from './system';

export interface SystemStackProps {
  readonly system: System;
  readonly synthesizer: IStackSynthesizer;
}

/** A VPC, a private DNS namespace, a cluster, and services that discover each other. */
export class SystemStack extends Stack {
  private readonly system: System;

  constructor(scope: Construct, id: string, { system, synthesizer }: SystemStackProps) {
    super(scope, id, {
      synthesizer,
      stackName: system.name,
      description: `Services of ${system.name} that find each other under ${system.namespace}`,
    });
    this.system = system;
    const vpc = this.network();
    const platform: Platform = {
      vpc,
      cluster: this.cluster(vpc),
      namespace: this.namespace(vpc),
      securityGroup: system.securityGroups === 'shared' ? this.sharedSecurityGroup(vpc) : undefined,
      executionRole: this.executionRole(),
      taskRole: new iam.Role(this, 'TaskRole', { assumedBy: this.tasks() }),
    };
    this.services(platform);
    Tags.of(this).add('application', system.application);
    this.outputs(platform);
  }

  private services(platform: Platform): void {
    const { system } = this;
    const services = new Map(
      system.services.map((service) => [
        service.name,
        new DiscoverableService(this, service.name, { platform, system, ...service }),
      ]),
    );
    if (platform.securityGroup) {
      return;
    }
    for (const { name, calls } of system.services) {
      for (const callee of new Set(Object.values(calls))) {
        services.get(name)!.mayCall(services.get(callee)!);
      }
    }
  }

  private network(): ec2.Vpc {
    const vpc = new ec2.Vpc(this, 'Vpc', {
      vpcName: Aws.STACK_NAME,
      ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
      ],
      // The restriction would add a custom resource with a Lambda function.
      restrictDefaultSecurityGroup: false,
    });
    vpc.publicSubnets.forEach((subnet, index) => {
      (subnet.node.defaultChild as ec2.CfnSubnet).cidrBlock = `10.0.${index + 1}.0/24`;
    });
    return vpc;
  }

  private sharedSecurityGroup(vpc: ec2.IVpc): ec2.SecurityGroup {
    const group = new ec2.SecurityGroup(this, 'SharedSecurityGroup', { vpc, description: 'Tasks of all services' });
    group.addIngressRule(group, ec2.Port.allTraffic(), 'From tasks of all services');
    if (this.system.open) {
      group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(this.system.port), 'From 0.0.0.0/0');
    }
    Tags.of(group).add('Name', `${Aws.STACK_NAME}-app`);
    return group;
  }

  private namespace(vpc: ec2.IVpc): servicediscovery.PrivateDnsNamespace {
    const namespace = new servicediscovery.PrivateDnsNamespace(this, 'Namespace', {
      name: this.system.namespace,
      description: this.system.name,
      vpc,
    });
    (namespace.node.defaultChild as servicediscovery.CfnPrivateDnsNamespace).properties = {
      dnsProperties: { soa: { ttl: 15 } },
    };
    return namespace;
  }

  private cluster(vpc: ec2.IVpc): ecs.Cluster {
    const cluster = new ecs.Cluster(this, 'Cluster', {
      clusterName: Aws.STACK_NAME,
      vpc,
      containerInsightsV2: ecs.ContainerInsights.ENABLED,
      enableFargateCapacityProviders: true,
    });
    cluster.addDefaultCapacityProviderStrategy([{ capacityProvider: 'FARGATE', weight: 1 }]);
    return cluster;
  }

  /** Has only the managed policy. The additional grants of the constructs are not needed. */
  private executionRole(): iam.IRole {
    const policy = iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy');
    const role = new iam.Role(this, 'ExecutionRole', { assumedBy: this.tasks(), managedPolicies: [policy] });
    return role.withoutPolicyUpdates();
  }

  private tasks(): iam.ServicePrincipal {
    return new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:ecs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*` },
      },
    });
  }

  private outputs(platform: Platform): void {
    this.exported('VpcId', platform.vpc.vpcId);
    platform.vpc.publicSubnets.forEach((subnet, index) => this.exported(`PublicSubnet${index + 1}Id`, subnet.subnetId));
    this.exported('NamespaceId', platform.namespace.namespaceId);
    this.exported('NamespaceName', this.system.namespace);
    this.exported('ClusterName', platform.cluster.clusterName);
    if (platform.securityGroup) {
      this.exported('SharedSecurityGroupId', platform.securityGroup.securityGroupId);
    }
  }

  private exported(what: string, value: string): void {
    new CfnOutput(this, what, { value, exportName: `${Aws.STACK_NAME}-${what}` });
  }
}
