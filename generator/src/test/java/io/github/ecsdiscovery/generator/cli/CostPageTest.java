package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the counts in {@code docs/cost.md} with rendered templates, and recalculates its sums from its prices. */
final class CostPageTest {
    private static final Pattern CONFIG = Pattern.compile("(?ms)^```yaml\\n(name: .*?)^```$");
    private static final Pattern TASKS = Pattern.compile("DesiredCount: (\\d+)");
    private static final Pattern SIZE = Pattern.compile(" {6}Cpu: '(\\d+)'\\s+Memory: '(\\d+)'");

    /** The columns of the page's tables. */
    private static final List<String> SYSTEMS = List.of("two.yaml", "two.yaml", "ten.yaml", "ten.yaml");

    private static final List<String> PRESETS = List.of("development", "production", "development", "production");
    private static final double HOURS = 730;

    @TempDir
    Path folder;

    private String page = "";
    private List<String> templates = List.of();

    @BeforeEach
    void render() throws IOException {
        page = Files.readString(Path.of("..", "docs", "cost.md"));
        String ten = CONFIG.matcher(page).results().findFirst().orElseThrow().group(1);
        Files.writeString(folder.resolve("ten.yaml"), ten);
        Files.copy(Path.of("..", "examples", "two-services", "config.yaml"), folder.resolve("two.yaml"));
        templates = columns(
                column -> Run.of(folder, "render", SYSTEMS.get(column), "-q", "--set", "preset=" + PRESETS.get(column))
                        .out());
    }

    @ParameterizedTest
    @CsvSource({
        "`services`, AWS::ECS::Service",
        "`nats`, AWS::EC2::NatGateway",
        "`balancers`, AWS::ElasticLoadBalancingV2::LoadBalancer",
        "`alarms`, AWS::CloudWatch::Alarm",
        "`keys`, AWS::KMS::Key",
        "`flowLogs`, AWS::EC2::FlowLog"
    })
    void countsResources(String count, String type) {
        assertThat(row(count)).isEqualTo(columns(column -> String.valueOf(resources(type, column))));
    }

    @Test
    void countsTasks() {
        assertThat(row("`tasks`"))
                .isEqualTo(columns(column -> String.valueOf(found(TASKS, column)
                        .mapToInt(task -> Integer.parseInt(task.group(1)))
                        .sum())));
    }

    @Test
    void namesTheSizeOfTasks() {
        assertThat(row("vCPU and GiB of a task"))
                .isEqualTo(columns(column -> found(SIZE, column)
                        .map(size -> thousandth(size.group(1)) + ", " + thousandth(size.group(2)))
                        .distinct()
                        .reduce("", String::concat)));
    }

    @Test
    void countsAddresses() {
        assertThat(row("`addresses`")).isEqualTo(columns(column -> {
            boolean publicTasks = templates.get(column).contains("AssignPublicIp: ENABLED");
            long zones =
                    found(Pattern.compile("(?m)^  PublicSubnet\\d:$"), column).count();
            long tasks = publicTasks ? (long) count("`tasks`", column) : 0;
            return String.valueOf(tasks
                    + resources("AWS::EC2::EIP", column)
                    + zones * resources("AWS::ElasticLoadBalancingV2::LoadBalancer", column));
        }));
    }

    @Test
    void retainsLogsAsLongAsThePresetSays() {
        assertThat(row("months that logs are kept"))
                .isEqualTo(columns(column -> templates.get(column).contains("RetentionInDays: 365") ? "12" : "1"));
    }

    @Test
    void calculatesEachItem() {
        assertItem("Fargate", column -> {
            String[] size = row("vCPU and GiB of a task").get(column).split(", ", -1);
            double hour = Double.parseDouble(size[0]) * price("vcpu") + Double.parseDouble(size[1]) * price("gib");
            return count("`tasks`", column) * hour * HOURS;
        });
        assertItem("public addresses", column -> count("`addresses`", column) * price("ipv4") * HOURS);
        assertItem("NAT gateways", column -> count("`nats`", column) * price("nat") * HOURS);
        assertItem(
                "traffic through NAT",
                column -> count("`nats`", column) > 0 ? count("`services`", column) * 2 * price("natData") : 0);
        assertItem("load balancer", column -> count("`balancers`", column) * (price("alb") + price("lcu")) * HOURS);
        assertItem("Container Insights", column -> (12 + 25 * count("`services`", column)) * price("metric"));
        assertItem("logs written", column -> logs(column) * price("logs"));
        assertItem(
                "logs kept, before compression",
                column -> logs(column) * count("months that logs are kept", column) * price("kept"));
        assertItem("alarms", column -> count("`alarms`", column) * price("alarm"));
        assertItem("KMS key", column -> count("`keys`", column) * price("key"));
        assertItem("private hosted zone", column -> price("zone"));
    }

    @Test
    void addsUp() {
        int first = page.indexOf("| Fargate |");
        int last = page.indexOf("| **sum** |");
        List<List<String>> items =
                page.substring(first, last).lines().map(CostPageTest::lastCells).toList();

        assertThat(items).hasSize(11);
        assertThat(row("**sum**"))
                .isEqualTo(columns(column -> "**"
                        + dollars(items.stream()
                                .mapToDouble(item -> Double.parseDouble(item.get(column)))
                                .sum())
                        + "**"));
    }

    private void assertItem(String item, IntToDoubleFunction cost) {
        assertThat(row(item)).as(item).isEqualTo(columns(column -> dollars(cost.applyAsDouble(column))));
    }

    private double logs(int column) {
        return count("`services`", column) * (1 + count("`flowLogs`", column));
    }

    private long resources(String type, int column) {
        return found(Pattern.compile("(?m)^    Type: " + type + "$"), column).count();
    }

    private Stream<MatchResult> found(Pattern pattern, int column) {
        return pattern.matcher(templates.get(column)).results();
    }

    private double price(String name) {
        String line = line("| `" + name + "` | ");
        return Double.parseDouble(line.split(" \\| ", -1)[1]);
    }

    private double count(String label, int column) {
        return Double.parseDouble(row(label).get(column));
    }

    /** The last four cells of the row whose first cell begins so. */
    private List<String> row(String label) {
        return lastCells(line("| " + label));
    }

    private String line(String start) {
        return page.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static List<String> lastCells(String line) {
        List<String> cells = List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
        return cells.subList(cells.size() - 4, cells.size());
    }

    private static <T> List<T> columns(IntFunction<T> cell) {
        return IntStream.range(0, SYSTEMS.size()).mapToObj(cell).toList();
    }

    private static String thousandth(String number) {
        double value = Double.parseDouble(number) / 1024;
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
