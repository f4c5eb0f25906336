import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the Python tests of one folder below {@code examples} with the pytest and the tools that {@code requirements.txt}
 * pins.
 *
 * <p>Run from the root of the project with the folder's name as the argument and the system properties {@code skip} and
 * {@code python}. The tools are kept in a virtual environment in the user's cache folder, so that only the first build
 * fetches them.
 */
final class Pytest {
    private static final Path EXAMPLES = Path.of("examples");
    private static final Path REQUIREMENTS = EXAMPLES.resolve("tools").resolve("requirements.txt");
    private static final Path REPORTS = EXAMPLES.resolve("target").resolve("surefire-reports");
    private static final String PROBE =
            "import ensurepip, sys, venv; print('%d.%d.%d' % sys.version_info[:3], sys.base_prefix)";
    private static final Pattern USABLE = Pattern.compile("3\\.1[0-4]\\.\\d+ .+");

    private static final boolean CI =
            !Set.of("", "false").contains(System.getenv().getOrDefault("CI", ""));

    private final String folder;

    private Pytest(String folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        System.exit(new Pytest(args[0]).run());
    }

    private int run() throws IOException {
        if (!Set.of("", "false").contains(System.getProperty("skip", ""))) {
            return skipped("-D" + folder + ".skip was given. Leave it out to run them.");
        }
        Python python = Python.find();
        if (python == null) {
            return skipped("no Python 3.10 to 3.14 with its venv module. Install one (Debian: apt install"
                    + " python3-venv), or name it with -Dpython=/path/to/python3.");
        }
        Path environment = environment(python);
        return environment == null ? 1 : test(environment);
    }

    /** Says that nothing was tested, which is a failure where nobody reads it. */
    private int skipped(String reason) throws IOException {
        System.out.printf(
                "%s: %s, the tests in examples/%s did NOT run: %s%n",
                folder, CI ? "FAILED" : "SKIPPED", folder, reason);
        // In the form that test reports have, so that whoever counts tests counts it.
        Files.createDirectories(REPORTS);
        Files.writeString(report(), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%1$s" tests="1" failures="%2$d" errors="0" skipped="%3$d">
                  <testcase classname="%1$s" name="%1$s">%4$s</testcase>
                </testsuite>
                """.formatted(folder, CI ? 1 : 0, CI ? 0 : 1, CI ? "<failure/>" : "<skipped/>"));
        return CI ? 1 : 0;
    }

    private Path report() {
        return REPORTS.resolve("TEST-" + folder + ".xml");
    }

    private int test(Path environment) {
        // Isolated from the user's own Python settings, and leaving no byte code among the sources.
        List<String> isolated = List.of("-I", "-B", "-m", "pytest");
        List<String> tests =
                List.of("--junitxml=" + report(), EXAMPLES.resolve(folder).toString());
        ProcessBuilder pytest = new ProcessBuilder(command(executable(environment, "python"), isolated, tests));
        // What the tests run on Java runs on this one.
        pytest.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return execute(pytest.inheritIO()).exitCode();
    }

    /** The folder of a virtual environment with the tools, made if need be; null if it could not be made. */
    private Path environment(Python python) throws IOException {
        Path place = cache().resolve(key(python));
        Path complete = place.resolve("complete");
        Files.createDirectories(place.getParent());
        // Two builds at once: the second waits, and finds the work done.
        try (FileChannel lock = FileChannel.open(
                        place.resolveSibling(place.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (Files.exists(complete)) {
                return place;
            }
            System.out.printf("%s: installing its tools into %s%n", folder, place);
            List<String> install = List.of("-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check");
            List<String> pinned = List.of("--no-input", "--require-hashes", "--requirement", REQUIREMENTS.toString());
            if (!show(ask(List.of(python.executable(), "-I", "-m", "venv", "--clear", place.toString())))
                    || !show(ask(command(executable(place, "python"), install, pinned)))) {
                System.out.printf(
                        "%1$s: FAILED, its tools could not be installed (see above). -D%1$s.skip goes on without.%n",
                        folder);
                return null;
            }
            Files.createFile(complete);
            return place;
        }
    }

    private static boolean show(Result result) {
        if (result.exitCode() != 0) {
            System.out.println(result.output());
        }
        return result.exitCode() == 0;
    }

    private static Path cache() {
        String home = System.getProperty("user.home");
        String windows = System.getenv("LOCALAPPDATA");
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = isWindows() && windows != null
                ? Path.of(windows)
                : xdg != null && !xdg.isEmpty() ? Path.of(xdg) : Path.of(home, ".cache");
        return base.resolve("ecs-discovery");
    }

    private static String key(Python python) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(REQUIREMENTS));
            digest.update(python.version().getBytes());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static String executable(Path environment, String name) {
        return environment
                .resolve(isWindows() ? "Scripts" : "bin")
                .resolve(name)
                .toString();
    }

    @SafeVarargs
    private static List<String> command(String program, List<String>... arguments) {
        return Stream.concat(Stream.of(program), Stream.of(arguments).flatMap(List::stream))
                .toList();
    }

    private static Result ask(List<String> command) {
        return execute(new ProcessBuilder(command).redirectErrorStream(true));
    }

    private static Result execute(ProcessBuilder command) {
        try {
            Process process = command.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes());
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, e.getMessage());
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private record Result(int exitCode, String output) {}

    /** A Python that can make virtual environments; {@code version} tells it from every other one. */
    private record Python(String executable, String version) {
        static Python find() {
            String named = System.getProperty("python", "");
            List<String> names = named.isEmpty() ? List.of("python3", "python", "py") : List.of(named);
            return names.stream()
                    .map(name -> new Python(
                            name, ask(List.of(name, "-I", "-c", PROBE)).output().strip()))
                    .filter(python -> USABLE.matcher(python.version()).matches())
                    .findFirst()
                    .orElse(null);
        }
    }
}
