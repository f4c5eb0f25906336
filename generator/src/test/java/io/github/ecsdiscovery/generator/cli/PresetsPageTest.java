package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the table in {@code docs/explanation/presets.md} with the resources that both presets render for an example. */
final class PresetsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path FOLDER = ROOT.resolve("docs").resolve("explanation");
    private static final String EXAMPLE = "examples/production/config.yaml";
    private static final Pattern TABLE = Pattern.compile(
            "(?<=\\n\\| resources \\| `development` \\| `production` \\|\\n\\| --- \\| --- \\| --- \\|\\n)"
                    + "(\\|.*\\n)*");

    @Test
    void theCountsAreThoseOfTheTemplates() throws IOException {
        Map<String, String> development = counts(rendered("development"));
        Map<String, String> production = counts(rendered("production"));
        StringBuilder rows = new StringBuilder();
        development.forEach((what, count) -> rows.append("| ")
                .append(what)
                .append(" | ")
                .append(count)
                .append(" | ")
                .append(production.get(what))
                .append(" |\n"));
        String page = Files.readString(FOLDER.resolve("presets.md"));
        Matcher table = TABLE.matcher(page);

        assertThat(table.results()).hasSize(1);
        new Golden(FOLDER, "presets.md"::equals)
                .verify(
                        Map.of("presets.md", table.replaceFirst(Matcher.quoteReplacement(rows.toString()))),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }

    private static String rendered(String preset) {
        Run run = Run.of(ROOT, "render", EXAMPLE, "-q", "--set", "preset=" + preset);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static Map<String, String> counts(String template) {
        int tasks = sum("(?m)^      (?:DesiredCount|MinCapacity): (\\d+)$", template);
        boolean open = template.contains("AssignPublicIp: ENABLED");
        int zones = count("(?m)^  PublicSubnet\\d:$", template);
        int addresses = (open ? tasks : 0) + zones + types("EC2::EIP", template);
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("Fargate tasks without load", text(tasks));
        counts.put("vCPU, GiB of a task without `cpu` and `memory`", size(template));
        counts.put("NAT gateways", text(types("EC2::NatGateway", template)));
        counts.put("public IPv4 addresses of tasks, NAT gateways and the load balancer", text(addresses));
        counts.put("interface endpoints", text(count("VpcEndpointType: Interface", template)));
        counts.put("gateway endpoints (free)", text(count("VpcEndpointType: Gateway", template)));
        counts.put("load balancers", text(types("ElasticLoadBalancingV2::LoadBalancer", template)));
        counts.put("buckets for access logs", text(types("S3::Bucket", template)));
        counts.put("private hosted zones", text(types("ServiceDiscovery::PrivateDnsNamespace", template)));
        counts.put("KMS keys", text(types("KMS::Key", template)));
        counts.put("flow logs", text(types("EC2::FlowLog", template)));
        counts.put("log groups", text(types("Logs::LogGroup", template)));
        counts.put("days until logs are deleted", first("RetentionInDays: (\\d+)", template));
        counts.put("alarms", text(types("CloudWatch::Alarm", template)));
        return counts;
    }

    /** Returns the size of the tasks of pricing, which has none in the config. */
    private static String size(String template) {
        String task = template.substring(template.indexOf("\n  PricingTaskDefinition:"));
        double cpu = Integer.parseInt(first("Cpu: '?(\\d+)", task)) / 1024.0;
        double memory = Integer.parseInt(first("Memory: '?(\\d+)", task)) / 1024.0;
        return cpu + ", " + memory;
    }

    private static String text(int count) {
        return count == 0 ? "none" : Integer.toString(count);
    }

    private static int types(String type, String template) {
        return count("(?m)^    Type: AWS::" + type + "$", template);
    }

    private static int count(String regex, String template) {
        return (int) Pattern.compile(regex).matcher(template).results().count();
    }

    private static int sum(String regex, String template) {
        return Pattern.compile(regex)
                .matcher(template)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static String first(String regex, String template) {
        Matcher found = Pattern.compile(regex).matcher(template);
        assertThat(found.find()).as(regex).isTrue();
        return found.group(1);
    }
}
