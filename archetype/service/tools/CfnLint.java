import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Lints a template with the version of cfn-lint in {@code requirements.txt}. The build runs it:
 * {@code java tools/CfnLint.java target/ecs-discovery/template.yaml}.
 *
 * <p>The virtual environment with cfn-lint is in the user's cache folder, so that only the first build downloads it. Without a
 * suitable Python, linting is skipped. If {@code CI} is set, it fails.
 */
final class CfnLint {
    private static final Path REQUIREMENTS = Path.of("tools", "requirements.txt");
    private static final String PROBE =
            "import ensurepip, sys, venv; print('%d.%d.%d' % sys.version_info[:3], sys.base_prefix)";
    private static final Pattern USABLE = Pattern.compile("3\\.1[0-4]\\.\\d+ .+");
    private static final boolean CI =
            !Set.of("", "false").contains(System.getenv().getOrDefault("CI", ""));
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private CfnLint() {}

    public static void main(String[] templates) throws Exception {
        System.exit(lint(List.of(templates)));
    }

    private static int lint(List<String> templates) throws Exception {
        if (!Set.of("", "false").contains(System.getProperty("skip", ""))) {
            return skipped("-Dlint.skip was given");
        }
        for (String name : WINDOWS ? List.of("py", "python") : List.of("python3", "python")) {
            Result probe = run(List.of(name, "-I", "-c", PROBE));
            if (USABLE.matcher(probe.output.strip()).matches()) {
                Path environment = environment(name, probe.output.strip());
                List<String> command = new ArrayList<>(List.of(program(environment, "cfn-lint"), "--"));
                command.addAll(templates);
                return new ProcessBuilder(command).inheritIO().start().waitFor();
            }
        }
        return skipped("Python 3.10 to 3.14 with its venv module is missing (Debian: apt install python3-venv)");
    }

    private static int skipped(String reason) {
        System.out.printf("lint: %s, the template was NOT linted: %s%n", CI ? "FAILED" : "SKIPPED", reason);
        return CI ? 1 : 0;
    }

    /** Returns the virtual environment with cfn-lint. Creates it if it does not exist. */
    private static Path environment(String python, String version) throws Exception {
        CRC32 pins = new CRC32();
        pins.update(Files.readAllBytes(REQUIREMENTS));
        pins.update(version.getBytes());
        Path folder = cache().resolve("cfn-lint-%08x".formatted(pins.getValue()));
        Path complete = folder.resolve("complete");
        Files.createDirectories(folder.getParent());
        // If two builds run in parallel, the second one waits for the first.
        try (FileChannel lock = FileChannel.open(
                        folder.resolveSibling(folder.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (!Files.exists(complete)) {
                System.out.printf("lint: installing cfn-lint into %s%n", folder);
                install(List.of(python, "-I", "-m", "venv", "--clear", folder.toString()));
                install(List.of(
                        program(folder, "python"),
                        "-I",
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--no-input",
                        "--require-hashes",
                        "--requirement",
                        REQUIREMENTS.toString()));
                Files.createFile(complete);
            }
        }
        return folder;
    }

    private static void install(List<String> command) throws Exception {
        Result result = run(command);
        if (result.exitCode != 0) {
            System.out.println(result.output);
            System.out.println("lint: FAILED, cannot install cfn-lint (see above). -Dlint.skip skips linting.");
            System.exit(1);
        }
    }

    private static Path cache() {
        String windows = System.getenv("LOCALAPPDATA");
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = WINDOWS && windows != null
                ? Path.of(windows)
                : xdg != null && !xdg.isEmpty() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("ecs-discovery");
    }

    private static String program(Path environment, String name) {
        return environment.resolve(WINDOWS ? "Scripts" : "bin").resolve(name).toString();
    }

    private static Result run(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes());
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, e.getMessage());
        }
    }

    private record Result(int exitCode, String output) {}
}
