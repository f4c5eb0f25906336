package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.compile.ProblemCatalog;
import io.github.ecsdiscovery.generator.compose.HostPorts;
import io.github.ecsdiscovery.generator.compose.LocalPseudoParameters;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.image.Repository;
import io.github.ecsdiscovery.generator.stack.network.AwsService;
import io.github.ecsdiscovery.generator.stack.task.ContractVariables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Generates {@code docs/reference.md} and compares it with the file in the repository. */
class ReferenceTest {
    private static final Path DOCS = Path.of("..", "docs");

    private final StringBuilder page = new StringBuilder();

    @Test
    void referenceMatchesTheCode() {
        write();
        new Golden(DOCS, "reference.md"::equals)
                .verify(
                        Map.of("reference.md", page.toString()),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }

    private void write() {
        paragraph("# Reference");
        paragraph("""
                This page lists every config key, problem, exit code, logical id and export.

                - [How layers are merged](#how-layers-are-merged)
                - [Values](#values)
                - [Keys](#keys)
                - [Variables of a service](#variables-of-a-service)
                - [Sidecars](#sidecars)
                - [VPC endpoints](#vpc-endpoints)
                - [The Compose file](#the-compose-file)
                - [The repositories template](#the-repositories-template)
                - [Exit codes](#exit-codes)
                - [Problems](#problems)
                - [Logical ids](#logical-ids)
                - [Exports](#exports)""");
        layers();
        values();
        keys();
        variables();
        sidecars();
        endpoints();
        compose();
        repositories();
        exitCodes();
        problems();
        ids();
        exports();
    }

    private void layers() {
        paragraph("## How layers are merged");
        paragraph("""
                The generator merges the layers of a config in two steps:

                1. The environment that `-e` selects, and then each `--set`, are merged over the config.
                2. Each service is merged over `defaults`, and the result over the preset. A service's own key therefore overrides the
                   `defaults` of every environment.

                Both steps follow RFC 7386:

                - Maps merge key by key.
                - Any other value, including a list, replaces the lower one.
                - An empty value (`key:` or `key: null`) removes the lower one. For example, an empty `cpu:` of a service removes the
                  value of `defaults`, so the value of the preset applies.

                Exceptions:

                - `port` and `ports` replace each other.
                - `capacity` is not merged. A higher layer replaces it as a whole.
                - A service with an empty value (`orders:`) has all defaults.
                - `--set` cannot add a service.

                The path of a `--set` separates keys with dots. Put a key that contains a dot in double quotes:
                `--set 'tags."cost.center"=42'`.""");
    }

    private void values() {
        paragraph("## Values");
        paragraph("""
                - Text is used as written: `tag: 1.10` is `1.10`, and `environment: {DEBUG: yes}` is `yes`.
                - A boolean is `true` or `false`.
                - A number consists of decimal digits, with or without quotes. Times are whole numbers.
                - YAML anchors, aliases and tags are not supported.

                The pseudo parameters `${AWS::AccountId}`, `${AWS::Partition}`, `${AWS::Region}`, `${AWS::StackId}`, `${AWS::StackName}`
                and `${AWS::URLSuffix}` are replaced in these keys. Any other `${` is plain text.

                - `registry`, `image`
                - `environment`, `secrets`
                - `policies`, `permissionsBoundary`
                - `command`, `entrypoint`, `healthCheck.command`
                - the values of `tags`""");
    }

    private void keys() {
        paragraph("## Keys");
        paragraph("""
                Each table lists the keys of one map. `<name>` stands for a name that you choose, and `[]` for an item of a list. The last
                line of a description is an example.""");
        paragraph(KeyReference.render().stripTrailing());
    }

    private void variables() {
        paragraph("## Variables of a service");
        paragraph("""
                The template sets these variables in the container of each service. A variable of the same name in `environment` or
                `secrets` overrides them.""");
        table(
                "variable | value",
                ContractVariables.all(),
                variable -> "`" + variable.name() + "` | " + cell(variable.meaning()));
        paragraph("""
                `<ALIAS>` is the alias in upper case. `-` becomes `_`, and `_` is inserted before a capital letter that follows a small
                letter or a digit: `serviceA` becomes `SERVICE_A`.

                The durations of graceful shutdown, in seconds, follow from `ttl` and `stopTimeout`:

                | value | default | if `stopTimeout` is set |
                | --- | --- | --- |
                | lame duck | `ttl + 15` | `min(ttl + 15, max(0, stopTimeout - 5))` |
                | drain | 15 | `max(0, stopTimeout - ttl - 20)` |
                | `stopTimeout` | lame duck + drain + 5 | as set |""");
    }

    private void sidecars() {
        paragraph("## Sidecars");
        paragraph("""
                `sidecars` adds containers to each task of a service.

                - **Network.** All containers of a task share one network and reach each other at 127.0.0.1. `port` and `ports` belong to
                  the task, whichever container listens. Two containers of a task cannot listen on the same port.
                - **Variables.** A sidecar receives only its own `environment` and `secrets`. The execution role of the service can read the
                  secrets of all its containers, and of no other service.
                - **Order.** `dependsOn` lists the containers that must reach a state first. If a container can no longer reach the state,
                  the task does not start. Containers stop in reverse order, so a container can use a proxy until its own end.
                - **End.** A container is essential unless another container waits for its end; `essential` overrides this. When an
                  essential container stops, the task stops.
                - **Files.** `readonlyRootFilesystem` is inherited from the service. Volumes are not shared between containers.
                - **ECS Exec.** `exec` of the service enables a shell in each container whose root file system is writable.
                - **Logs.** All containers write to the log group of the service, to streams named `ecs/<container>/<task>`.

                | state in `dependsOn` | the other container |
                | --- | --- |
                | `START` | has started |
                | `COMPLETE` | has stopped |
                | `SUCCESS` | has stopped with exit code 0 |
                | `HEALTHY` | has passed its health check |""");
    }

    private void endpoints() {
        paragraph("## VPC endpoints");
        paragraph("""
                `network.endpoints` creates these endpoints:

                | value | endpoints |
                | --- | --- |
                | `none` | none |
                | `gateway` | the gateway endpoint of S3, which is free of charge |
                | `all` | every endpoint of the table below that the config needs |
                | `[s3, sqs]` | exactly these |
                | `[all, sqs, dynamodb]` | every endpoint that the config needs, and these two |

                A list names AWS services by the last part of the endpoint's name, after the Region. `s3`, `s3express` and `dynamodb` get
                gateway endpoints, which are routes. Every other service gets an interface endpoint, which has an address in each subnet of
                the tasks; the DNS names of the AWS service then resolve to these addresses.

                A platform does not know which endpoints the stacks that join it need. List them: `[all, secretsmanager, ssmmessages]`.
                `check` with both configs reports missing ones. A config without services has the endpoints that every kind of task needs.

                The logical id of an endpoint depends on neither the order nor the other entries of the list.""");
        table(
                "endpoint | type | needed by",
                List.of(AwsService.values()),
                service -> "`" + service + "` | " + (service.isGateway() ? "gateway" : "interface") + " | "
                        + cell(service.meaning()));
    }

    private void compose() {
        paragraph("## The Compose file");
        paragraph("""
                `compose` renders each service as a Compose service with the same variables, times and limits, one replica for each task, and
                its name in the namespace as a network alias. Defaults of ECS, such as the 30 s before SIGKILL, are written out.

                - **Images.** An image in the account's own registry, `${AWS::AccountId}.dkr.ecr.…/shop/orders:1.0`, becomes
                  `shop/orders:1.0`. Build it locally; Compose never pulls it.
                - **Ports.** Services with `ingress` publish their ports on 127.0.0.1, with one host port for each replica, from %s to %s.
                  The host port is derived from the names of stack, service and port, so it does not change when other services change. If
                  two names collide, the later one gets the next free port.
                - **Volumes.** Each of the `writablePaths` is an anonymous volume with the content and owner that the path has in the image.
                  `down --volumes` deletes the volumes of running containers, and `docker volume prune` those of replaced containers.
                - **Secrets.** A secret becomes a variable without a value. Compose takes the value from the shell or from a `.env` file beside
                  the Compose file. Without a value there, the variable is not set. Two services that use the same variable name get the same
                  value.
                - **Sidecars.** A sidecar becomes a Compose service, `orders.migrate`, that shares the network of its service. A service with
                  sidecars has one replica, because Compose cannot share the network of a replica. If the service waits for a sidecar that
                  keeps running, the service shares the network of the sidecar instead. A sidecar that must end first has its own network, runs once
                  for all tasks and must end with exit code 0, also for `COMPLETE`.
                - **Limits.** CPU and memory limits are those of the template. Docker rejects a container that needs more CPUs than the
                  machine has. Use an environment with smaller values, such as `-e local`.
                - **Omitted.** Security groups, roles, `capacity`, `ephemeralStorage`, SRV records, and `cpu` and `startTimeout` of
                  sidecars have no counterpart. As on ECS, no service waits for another service to start.
                """.formatted(Integer.toString(HostPorts.FIRST), Integer.toString(HostPorts.LAST))
                .stripTrailing());
        paragraph("Pseudo parameters have these values:");
        table(
                "in the config | in the Compose file",
                LocalPseudoParameters.all(),
                parameter -> "`${" + parameter.name() + "}` | " + cell(parameter.description()));
    }

    private void repositories() {
        Repository repository = new Repository("", "", false, List.of(), List.of());
        paragraph("## The repositories template");
        paragraph("""
                `repositories` renders one ECR repository for each image path in the account's own registry: default images, and images that
                start with `${AWS::AccountId}.dkr.ecr.`. Images in other registries, and in an account that is written as a number, get
                none. `-e` selects the environment whose images count.

                - Tags are immutable, except in a repository whose `latest` tag the config uses.
                - Images are scanned on push and encrypted with AES-256.
                - Untagged images are deleted after %s days. The last %s images are kept; push an older image again before you deploy it.
                - A repository is retained when it is removed from the template or when the stack is deleted. To manage it in a stack again,
                  import it with a change set of type IMPORT.
                - The stack is named `<name>-repositories` and serves all environments of an account.
                """.formatted(Integer.toString(repository.untaggedDays()), Integer.toString(repository.keptImages()))
                .stripTrailing());
    }

    private void exitCodes() {
        paragraph("## Exit codes");
        table("code | meaning", List.of(ExitCode.values()), code -> code.code() + " | " + cell(code.meaning()));
    }

    private void problems() {
        paragraph("## Problems");
        paragraph("""
                `acceptWarnings: {id: reason}` suppresses a warning, at the top level or for one service. `--strict` turns the remaining
                warnings into errors.""");
        ProblemCatalog.chapters().forEach((title, kinds) -> {
            paragraph("### " + title);
            table("id | severity | problem", kinds, ReferenceTest::problem);
        });
    }

    private static String problem(ProblemKind kind) {
        return "`" + kind + "` | " + kind.severity() + " | " + cell(kind.summary());
    }

    private void ids() {
        paragraph("## Logical ids");
        paragraph("""
                Logical ids are derived from names and fixed positions, never from an order. They do not change within a version of the config
                language, because CloudFormation replaces a resource whose id changes. Names are written in PascalCase: `order-api` becomes
                `OrderApi`. `{port}` is empty for the first port of a service.""");
        table(
                "id | type",
                List.of(LogicalId.values()),
                id -> "`" + id.pattern() + "` | " + (id.type().startsWith("AWS") ? "`" + id.type() + "`" : id.type()));
    }

    private void exports() {
        paragraph("## Exports");
        paragraph("""
                A stack exports these values to stacks that name it as `platform` or in `peers`. Each name starts with `<stack>-`. A stack
                that joins a platform has only the last export. The names never change within a version of the config language. CloudFormation
                rejects changes to an export while another stack imports it.""");
        table("export | value", List.of(Export.values()), export -> "`" + export.pattern() + "` | " + export.meaning());
    }

    private void paragraph(String text) {
        page.append(page.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private <T> void table(String head, List<T> rows, Function<T, String> cells) {
        page.append("\n| " + head + " |\n|")
                .append(" --- |".repeat(head.split("[|]", -1).length))
                .append('\n');
        rows.forEach(row -> page.append("| ").append(cells.apply(row)).append(" |\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
