package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Fargate has tasks of this CPU with this memory. */
final class FargateSize implements ServiceRule {
    private static final ProblemKind FARGATE_SIZE =
            ProblemKind.error("fargate-size", "Fargate has no tasks of this CPU with this memory.");

    private static final TreeMap<Integer, List<Integer>> MEMORIES = new TreeMap<>();

    static {
        MEMORIES.put(256, List.of(512, 1024, 2048));
        MEMORIES.put(512, memories(1024, 4096, 1024));
        MEMORIES.put(1024, memories(2048, 8192, 1024));
        MEMORIES.put(2048, memories(4096, 16384, 1024));
        MEMORIES.put(4096, memories(8192, 30720, 1024));
        MEMORIES.put(8192, memories(16384, 61440, 4096));
        MEMORIES.put(16384, memories(32768, 122880, 8192));
    }

    private static List<Integer> memories(int least, int most, int step) {
        return IntStream.iterate(least, memory -> memory <= most, memory -> memory + step)
                .boxed()
                .toList();
    }

    @Override
    public List<ProblemKind> kinds() {
        return List.of(FARGATE_SIZE);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        int cpu = one.service().cpu();
        int memory = one.service().memory();
        List<Integer> memories = MEMORIES.getOrDefault(cpu, List.of());
        if (memories.contains(memory)) {
            return;
        }
        boolean onlyCpu = one.isWritten("cpu") && !one.isWritten("memory");
        String message = "`" + one.name() + "` has `cpu: " + cpu + "` and `memory: " + memory
                + "`, a pair that Fargate does not have";
        out.accept(Finding.of(FARGATE_SIZE, one.path(onlyCpu ? "cpu" : "memory"), message)
                .hint(hint(cpu, memory, memories))
                .also(one.path("cpu"), one.path("memory")));
    }

    private static String hint(int cpu, int memory, List<Integer> memories) {
        String text = "with `cpu: " + cpu + "` the memory is " + spoken(memories);
        return MEMORIES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(memory))
                .findFirst()
                .map(entry -> text + "; `memory: " + memory + "` goes with `cpu: " + entry.getKey() + "`")
                .orElse(text);
    }

    private static String spoken(List<Integer> memories) {
        int first = memories.get(0);
        int last = memories.get(memories.size() - 1);
        return memories.size() <= 4
                ? String.join(", ", memories.stream().map(String::valueOf).toList())
                : "from " + first + " to " + last + " in steps of " + (memories.get(1) - first);
    }
}
