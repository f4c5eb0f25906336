package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Checks that Fargate supports the pair of CPU and memory.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html">Invalid CPU or memory</a>
 */
final class FargateSize implements ServiceRule {
    private static final ProblemKind FARGATE_SIZE = ProblemKind.error(
                    "fargate-size", "Fargate does not support this pair of CPU and memory.")
            .otherwise("ECS rejects the task definition.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html");

    /** Memory sizes in MiB by CPU units. */
    private static final TreeMap<Integer, List<Integer>> MEMORY_BY_CPU = new TreeMap<>();

    static {
        MEMORY_BY_CPU.put(256, List.of(512, 1024, 2048));
        MEMORY_BY_CPU.put(512, range(1024, 4096, 1024));
        MEMORY_BY_CPU.put(1024, range(2048, 8192, 1024));
        MEMORY_BY_CPU.put(2048, range(4096, 16384, 1024));
        MEMORY_BY_CPU.put(4096, range(8192, 30720, 1024));
        MEMORY_BY_CPU.put(8192, range(16384, 61440, 4096));
        MEMORY_BY_CPU.put(16384, range(32768, 122880, 8192));
    }

    private static List<Integer> range(int smallest, int largest, int step) {
        return IntStream.iterate(smallest, memory -> memory <= largest, memory -> memory + step)
                .boxed()
                .toList();
    }

    @Override
    public List<ProblemKind> kinds() {
        return List.of(FARGATE_SIZE);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        int cpu = service.service().cpu();
        int memory = service.service().memory();
        List<Integer> supported = MEMORY_BY_CPU.getOrDefault(cpu, List.of());
        if (supported.contains(memory)) {
            return;
        }
        boolean onlyCpu = service.isWritten("cpu") && !service.isWritten("memory");
        String message = "`" + service.name() + "` has `cpu: " + cpu + "` and `memory: " + memory
                + "`; Fargate does not support this pair";
        out.accept(Finding.of(FARGATE_SIZE, service.path(onlyCpu ? "cpu" : "memory"), message)
                .hint(hint(cpu, memory, supported))
                .also(service.path("cpu"), service.path("memory")));
    }

    private static String hint(int cpu, int memory, List<Integer> supported) {
        String text = "with `cpu: " + cpu + "` write a `memory` " + description(supported);
        return MEMORY_BY_CPU.entrySet().stream()
                .filter(entry -> entry.getValue().contains(memory))
                .findFirst()
                .map(entry -> text + "; `memory: " + memory + "` fits `cpu: " + entry.getKey() + "`")
                .orElse(text);
    }

    private static String description(List<Integer> memory) {
        int smallest = memory.get(0);
        int largest = memory.get(memory.size() - 1);
        return memory.size() <= 4
                ? "of "
                        + String.join(
                                ", ",
                                memory.subList(0, memory.size() - 1).stream()
                                        .map(String::valueOf)
                                        .toList())
                        + " or " + largest
                : "from " + smallest + " to " + largest + " in steps of " + (memory.get(1) - smallest);
    }
}
