package io.github.ecsdiscovery.generator.diagnostic;

import static io.github.ecsdiscovery.generator.diagnostic.Severity.ERROR;
import static io.github.ecsdiscovery.generator.diagnostic.Severity.NOTE;
import static io.github.ecsdiscovery.generator.diagnostic.Severity.WARNING;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every kind of problem that is told, with its severity and what it means. */
public enum ProblemId {
    // what cannot be read
    FILE_TOO_LARGE(ERROR, "The config is larger than 4 MiB, or has more than 250,000 values."),
    NOT_UTF8(ERROR, "The config has bytes that are no UTF-8."),
    CONTROL_CHARACTER(ERROR, "The config has a character that YAML does not allow, plain or escaped, such as NUL."),
    EMPTY_CONFIG(ERROR, "The config says nothing."),
    YAML_SYNTAX(ERROR, "The config cannot be read as YAML from this place on."),
    YAML_TAB(ERROR, "YAML does not allow tabs for indentation."),
    SEVERAL_DOCUMENTS(ERROR, "The config has more than one YAML document."),
    TOO_DEEP(ERROR, "Lists and maps are nested more than 32 deep."),
    DUPLICATE_KEY(ERROR, "A key stands twice in one map; YAML parsers disagree about which one counts."),
    YAML_ANCHOR(ERROR, "Anchors, aliases and merge keys are not read; what services share stands under `defaults`."),
    YAML_TYPE_TAG(ERROR, "YAML tags such as `!!str` or `!Sub` are not read; every value is taken as it is written."),
    TOO_MANY_PROBLEMS(ERROR, "A thousand things are wrong; what comes after them was not looked at."),
    // what has the wrong shape
    UNKNOWN_KEY(ERROR, "No key of this name exists here."),
    MISSING_KEY(ERROR, "A key that is needed is not there."),
    WRONG_TYPE(ERROR, "A text, number, list or map stands where something else is due."),
    UNKNOWN_VALUE(ERROR, "The value is none of the words that are allowed here."),
    OUT_OF_RANGE(ERROR, "The number is too small, too large or none of those allowed."),
    MALFORMED(ERROR, "The text has not the form that this key needs."),
    TOO_MANY(ERROR, "A list or map has more entries than AWS takes, or than this program looks at."),
    // overlays
    UNKNOWN_SERVICE(ERROR, "`--set` names a service that the config does not have; it never makes one."),
    ENVIRONMENT_ADDS_SERVICE(WARNING, "An environment has a service that the config itself does not have."),
    PORT_AND_PORTS(ERROR, "`port` and `ports` are the same thing; only one of them may stand at one level."),
    // calls
    UNKNOWN_CALLEE(ERROR, "A service calls something that is neither a service of this config nor one of its `peers`."),
    UNKNOWN_PORT(ERROR, "A call names a port that the callee does not have."),
    CALLEE_WITHOUT_PORT(ERROR, "A service calls one that has no port, so there is nothing to call."),
    CALLEE_WITHOUT_DISCOVERY(ERROR, "A service calls one that has no name, so it would never find it."),
    SAME_VARIABLE(ERROR, "Two aliases would be told to the service by the same variables."),
    ENVIRONMENT_OVERRIDES(
            WARNING, "A variable of the user's own takes the place of one that the template sets otherwise."),
    // peers
    PEER_IS_SERVICE(ERROR, "A service and a peer have the same name, which DNS has once."),
    PEER_WITHOUT_PORT(ERROR, "A peer has neither `port` nor `ports`, so there is nothing to call."),
    PEER_CYCLE(ERROR, "Two stacks need each other: neither can be deployed first."),
    PEER_UNUSED(WARNING, "No service calls a peer."),
    // names
    COLLIDING_IDS(ERROR, "Two names make the same logical id; names that differ by `-` alone do."),
    NAME_TOO_LONG(ERROR, "A service's name under the namespace is longer than DNS allows."),
    NAMESPACE_UNDERSCORE(WARNING, "The namespace has an underscore; many clients refuse such a host name."),
    NAMESPACE_LOCAL(WARNING, "The namespace ends in `.local`, which belongs to multicast DNS."),
    NAMESPACE_NUMERIC(WARNING, "The namespace ends in a number; clients take the name for an address."),
    NAMESPACE_HIDES_DOMAIN(WARNING, "The namespace hides the load balancer's public names from the VPC."),
    EXISTING_NAMESPACE(ERROR, "An existing namespace needs its `name` and `network.vpc` too."),
    // network
    VPC_SIZE(ERROR, "The VPC's network is larger than /16 or smaller than /20."),
    NOT_A_NETWORK(ERROR, "A network has bits set behind its prefix."),
    NO_WAY_OUT(ERROR, "Tasks run in private subnets that have neither NAT nor all the endpoints that they ask for."),
    NO_SUBNETS(ERROR, "The existing VPC has no subnets of the kind that tasks are placed in."),
    EXCLUDED_KEY(ERROR, "A key has no effect beside another, such as `network.cidr` beside `network.vpc`."),
    PUBLIC_VPC_RANGE(
            WARNING, "The VPC's network is not for private use, so its owners on the internet are out of reach."),
    IMAGE_OUT_OF_REACH(ERROR, "An image is kept where no endpoint leads to, and there is no way to the internet."),
    ENDPOINT_REGION(ERROR, "Endpoints have other names in the Region than those that the template writes."),
    NAT_REGION(WARNING, "The Region may have no NAT gateways that are spread over its zones."),
    ADDRESS_QUOTA(WARNING, "NAT gateways need more public addresses than an account has in a Region at first."),
    SEARCH_UNPROVEN(
            WARNING, "Whether tasks on Fargate take over a search domain is nowhere written, and was not tried."),
    TOO_FEW_ADDRESSES(ERROR, "The subnets have fewer addresses than the services have tasks."),
    TIGHT_ADDRESSES(WARNING, "While all services are deployed at once, the subnets have fewer addresses than tasks."),
    UNKNOWN_REGION(WARNING, "The Region is none that is known here."),
    DUPLICATE_ZONE(ERROR, "Two positions name the same availability zone."),
    ZONE_REGION(ERROR, "The zones are of different Regions, or not of the one that `region` names."),
    FARGATE_ZONE(ERROR, "There is no Fargate in the availability zone."),
    ZONES_OF_REGION(WARNING, "The Region has fewer zones that every account sees."),
    // images
    IMAGE_FORM(ERROR, "An image's name is none that a registry could have."),
    IMAGE_NEEDS_TAG(ERROR, "The default image has no tag."),
    TAG_BESIDE_OWN(ERROR, "A service has `tag` beside an image that has its own tag or digest."),
    IMAGE_WITHOUT_TAG(WARNING, "An image has neither tag nor digest."),
    IMAGE_LATEST(WARNING, "An image has the tag `latest`."),
    // services
    DUPLICATE_PORT(ERROR, "Two ports of a service have the same number and transport."),
    INGRESS_OUT_OF_REACH(
            WARNING, "Everybody is let in to tasks in private subnets, which nobody on the internet has a way to."),
    INGRESS_WITHOUT_PORT(ERROR, "A service without a port has `ingress`."),
    DISCOVERY_WITHOUT_PORT(ERROR, "A service without a port has `discovery`."),
    EGRESS_WITH_SHARED(ERROR, "A service has `egress` where all share one security group, which is open outwards."),
    EGRESS_WITHOUT_443(
            WARNING,
            "A service may not reach port 443 on the internet, or at the VPC's endpoints, by which images are pulled and logs written."),
    FOREIGN_GROUP(WARNING, "A security group that exists cannot be in the VPC that the stack makes."),
    GROUP_RULES(ERROR, "A security group needs more than 60 rules in one direction."),
    DUPLICATE_ENTRY(ERROR, "Something stands twice in a list that AWS takes for a set."),
    // Service Connect
    CONNECT_UDP(ERROR, "A service that Service Connect leads to has a UDP port, which its proxy does not take."),
    CONNECT_NAME(ERROR, "A name is longer than what Service Connect takes."),
    CONNECT_CYCLE(
            ERROR,
            "Services call each other in a circle by Service Connect alone: whichever is deployed first never finds the others."),
    CONNECT_SELF(
            WARNING,
            "A service calls itself by Service Connect alone; whether its first tasks find it is nowhere written."),
    CONNECT_SIZE(WARNING, "A task has no CPU to spare for Service Connect's proxy."),
    CONNECT_TIMEOUT(ERROR, "`requestTimeout` stands where Service Connect sees no requests."),
    CONNECT_IDLE(WARNING, "Service Connect closes a connection at rest before the answer that it may wait for is due."),
    // load balancer
    HTTP_WITHOUT_PORT(ERROR, "A service without a port has `http`."),
    UNKNOWN_HTTP_PORT(ERROR, "`http` names a port that the service does not have."),
    HTTP_PROTOCOL(ERROR, "The port that the load balancer sends requests to does not speak http."),
    SAME_ROUTE(ERROR, "Two services take the same requests from the load balancer."),
    SAME_PRIORITY(ERROR, "Two rules of the load balancer have the same place, so one of them needs a `priority`."),
    NO_CERTIFICATE(ERROR, "The load balancer has no certificate, and may not answer without."),
    HTTP_WITHOUT_CERTIFICATE(WARNING, "The load balancer answers the internet without HTTPS."),
    DOMAIN_AND_ZONE(ERROR, "A load balancer has one of `domain` and `hostedZone`, which need each other."),
    CERTIFICATE_REGION(ERROR, "The certificate is of another Region than the stack."),
    HOST_OUTSIDE_DOMAIN(ERROR, "A service's host is not below the domain that the stack makes a certificate for."),
    CERTIFICATE_NAMES(WARNING, "The certificate has more names than an account may put into one at first."),
    SMALL_BALANCER_SUBNETS(WARNING, "A load balancer stands in subnets of fewer addresses than AWS asks for."),
    LOAD_BALANCER_SUBNETS(ERROR, "A load balancer needs subnets in two zones."),
    SHORT_DEREGISTRATION(WARNING, "The load balancer cuts requests off that a stopping service would let end."),
    // tasks
    SCALING_BOUNDS(ERROR, "A service has more tasks at least than at the most."),
    SCALING_FROM_ZERO(WARNING, "A service may scale to no task, and nothing would start one again."),
    SCALING_WITHOUT_TARGET(ERROR, "A number of tasks has bounds, and nothing that it follows."),
    REQUESTS_WITHOUT_HTTP(ERROR, "A number of tasks follows requests of a load balancer that sends none."),
    FARGATE_SIZE(ERROR, "Fargate has no tasks of this CPU with this memory."),
    NO_CAPACITY(ERROR, "No capacity provider has a weight above 0."),
    BASE_WITHOUT_FARGATE(ERROR, "`base` runs on FARGATE, which has no weight."),
    DEPLOYMENT_STUCK(ERROR, "A deployment may neither stop an old task nor start a new one."),
    DEPLOYMENT_STRATEGY(
            ERROR, "A deployment is to go another way than task by task, which is the only one that is made."),
    ALARM_WITHOUT_HTTP(ERROR, "An alarm looks at requests of a load balancer that sends none."),
    ALARM_BELOW_SCALING(ERROR, "An alarm goes off at what the number of tasks is kept at."),
    ALARM_ACTION_REGION(ERROR, "An alarm is to tell a topic of another Region."),
    ACTION_WITHOUT_ALARM(WARNING, "Topics are to be told, and no alarm is made that tells them."),
    SINGLE_TASK(WARNING, "In production a service has a single task."),
    ROOT_USER(WARNING, "In production a container runs as root, or as whom its image says."),
    NO_HEALTH_CHECK(WARNING, "A service with a port has no health check."),
    HEALTH_COMMAND(
            ERROR, "A health check that is a list begins with `CMD`, or has words for a shell that does not run it."),
    SHORT_DRAIN(WARNING, "`stopTimeout` leaves less than 15 s for running requests."),
    EXEC_READ_ONLY(ERROR, "ECS Exec does not work with a read-only root file system."),
    SRV_ONLY(WARNING, "A service has SRV records alone, so who asks for its address finds nothing."),
    SAME_VOLUME(ERROR, "Two writable paths make the same volume."),
    WRITABLE_ROOT(ERROR, "The root itself is writable: an empty volume would hide the image."),
    TASK_DEFINITION_SIZE(ERROR, "A task definition is larger than 64 KiB."),
    UNKNOWN_PSEUDO_PARAMETER(WARNING, "A `${AWS::…}` is none of the six that are filled in, and stays as it is."),
    // sidecars
    SIDECAR_NAME(ERROR, "A sidecar is called as its service, whose own container is."),
    UNKNOWN_CONTAINER(ERROR, "A container waits for one that its task does not have."),
    DEPENDENCY_CYCLE(ERROR, "Containers of a task wait for each other, so none of them starts."),
    HEALTHY_WITHOUT_CHECK(ERROR, "A container waits until another is healthy that has no health check."),
    END_OF_ESSENTIAL(ERROR, "A container waits for the end of one whose end is the task's."),
    CONTAINER_SIZES(ERROR, "The sidecars of a task have more CPU than it has, or all its memory."),
    // secrets
    SECRET_FORM(ERROR, "A secret is taken from nowhere or from two places, or has a `key` where there are none."),
    VARIABLE_AND_SECRET(ERROR, "A variable stands under `environment` and under `secrets`."),
    SECRET_NAME(
            WARNING,
            "A secret's name ends in a dash and six characters, so Secrets Manager takes it for the end of a whole ARN."),
    SECRET_OUT_OF_REACH(ERROR, "A secret is kept in another Region, and neither NAT nor an endpoint leads there."),
    RESERVED_PARAMETER(ERROR, "A parameter has a name that only AWS's own can have."),
    // permissions
    STATEMENT_FORM(
            ERROR, "A statement needs one of `Action` and `NotAction`, and one of `Resource` and `NotResource`."),
    DUPLICATE_SID(ERROR, "Two statements of a policy have the same name."),
    ACTION_OUT_OF_REACH(WARNING, "A policy is about a service of AWS that neither NAT nor an endpoint leads to."),
    ACTION_FORM(ERROR, "An action is not a service and a name."),
    RESOURCE_FORM(ERROR, "A resource of a statement is neither an ARN nor `*`."),
    UNKNOWN_OPERATOR(ERROR, "A condition compares by an operator that IAM does not have."),
    ARN_PARTITION(ERROR, "An ARN is of another partition than the Region."),
    WRITTEN_PARTITION(WARNING, "An ARN that fits every Region and account names its partition all the same."),
    POLICY_SIZE(ERROR, "The statements of a role, or what is read by it, have more than 10,240 characters."),
    MANAGED_POLICY_QUOTA(WARNING, "A role has more than 10 managed policies."),
    // the whole
    RESERVED_TAG(ERROR, "The tag `Name` is each resource's own."),
    SAME_TAG(ERROR, "Two tags differ in case alone."),
    TAG_LENGTH(ERROR, "A tag's value has more than 256 characters."),
    CLOUD_MAP_QUOTA(WARNING, "More tasks may run at a time than Cloud Map registers."),
    NOTHING_TO_MAKE(ERROR, "The stack has no resource."),
    RESOURCE_LIMIT(ERROR, "The stack has more than 500 resources."),
    OUTPUT_LIMIT(ERROR, "The stack has more than 200 outputs."),
    TEMPLATE_SIZE(NOTE, "The template is larger than what a request may hold; it is deployed by way of a bucket."),
    TEMPLATE_LIMIT(ERROR, "The template is larger than what CloudFormation takes."),
    // stacks that are checked together
    SAME_STACK(ERROR, "Two configs make a stack of one name."),
    PEER_UNKNOWN(ERROR, "A peer is no service of its stack."),
    PEER_WITHOUT_DISCOVERY(ERROR, "A peer has no name in DNS: no port in its own config, or no discovery."),
    PEER_PORT(ERROR, "A peer has another port in its own config, or speaks something else there."),
    PEER_NAMESPACE(ERROR, "A peer is under another namespace than those that call it."),
    PEER_GROUPS(ERROR, "A peer's stack has one security group for all, and this one a group for each, or the reverse."),
    STACK_CYCLE(ERROR, "Stacks import from each other in a circle: none of them can be deployed first."),
    SAME_SERVICE(ERROR, "Two stacks in one namespace have a service of the same name."),
    SAME_DOMAIN(ERROR, "Two stacks make the same name in one hosted zone, which has it once."),
    SAME_NAMESPACE(ERROR, "Two stacks make a namespace of the same name in one VPC, which has it once."),
    PLATFORM_JOINS(ERROR, "The platform joins another stack itself, so there is nothing to join."),
    PLATFORM_DIFFERS(
            ERROR, "A stack says something of the network, or of the Region, that its platform does not have."),
    FEWER_ZONES(WARNING, "A stack has tasks in fewer zones than its platform."),
    PLATFORM_WITHOUT_LOAD_BALANCER(ERROR, "A service has `http`, and the platform no load balancer."),
    PLATFORM_WITHOUT_ENDPOINT(
            ERROR, "The platform has no NAT, and no endpoint that leads to what tasks of this stack ask for."),
    // repositories
    NO_REPOSITORY(ERROR, "No image is kept in the account's own registry, so `repositories` has nothing to make."),
    REPOSITORY_NAME(ERROR, "An image's path is none that a repository of ECR can have."),
    // accepted warnings
    ACCEPT_UNKNOWN(ERROR, "An entry of `acceptWarnings` names no problem that there is."),
    ACCEPT_ERROR(ERROR, "An entry of `acceptWarnings` names an error; only warnings and notes are accepted."),
    ACCEPT_UNUSED(WARNING, "An entry of `acceptWarnings` accepts nothing, in no environment."),
    ;

    private static final Set<ProblemId> LIMITS =
            EnumSet.of(RESOURCE_LIMIT, OUTPUT_LIMIT, TEMPLATE_SIZE, TEMPLATE_LIMIT);

    private static final Set<ProblemId> AMONG_STACKS = EnumSet.range(SAME_STACK, PLATFORM_WITHOUT_ENDPOINT);

    private final Severity severity;
    private final String meaning;

    ProblemId(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The problem of this id, if there is one. */
    public static Optional<ProblemId> of(String id) {
        return Arrays.stream(values()).filter(one -> one.toString().equals(id)).findFirst();
    }

    public Severity severity() {
        return severity;
    }

    /** Whether it is a limit of CloudFormation's, which {@code --no-limits} makes a note. */
    public boolean isLimit() {
        return LIMITS.contains(this);
    }

    /** Whether it is found where stacks are looked at beside each other: one by itself seldom draws it. */
    public boolean isAmongStacks() {
        return AMONG_STACKS.contains(this);
    }

    /** One sentence or two for the reference. */
    public String meaning() {
        return meaning;
    }

    /** As it is printed and accepted: {@code unknown-callee}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
