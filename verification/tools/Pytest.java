import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * Runs the Python tests of one folder below {@code verification} with the pytest and the tools that {@code requirements.txt}
 * pins.
 *
 * <p>Run from the root of the project with the folder's name as the first argument, what else pytest is told behind it, and
 * the system properties {@code skip} and {@code python}. What the folder pins for itself, tools that go with no others, in
 * another {@code requirements.txt}, and packages of npm, in a {@code package-lock.json}, is told to the tests by the
 * variables {@code FOLDER_PYTHON} and {@code FOLDER_PACKAGES}. All of it is kept in the user's cache folder, so that only
 * the first build fetches it.
 */
final class Pytest {
    private static final Path VERIFICATION = Path.of("verification");
    private static final Path REQUIREMENTS = VERIFICATION.resolve("tools").resolve("requirements.txt");
    private static final Path REPORTS = VERIFICATION.resolve("target").resolve("surefire-reports");
    private static final String PROBE =
            "import ensurepip, sys, venv; print('%d.%d.%d' % sys.version_info[:3], sys.base_prefix)";
    private static final Pattern USABLE = Pattern.compile("3\\.1[0-4]\\.\\d+ .+");

    private static final boolean CI =
            !Set.of("", "false").contains(System.getenv().getOrDefault("CI", ""));

    private final String folder;
    private final List<String> options;

    private Pytest(String folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        System.exit(new Pytest(args[0], List.of(args).subList(1, args.length)).run());
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
        Path packages = VERIFICATION.resolve(folder).resolve("package-lock.json");
        if (Files.exists(packages) && ask(List.of(npm(), "--version")).exitCode() != 0) {
            return skipped("no npm. Install Node.js 20 or newer with it (Debian: apt install npm).");
        }
        try {
            return test(python, packages);
        } catch (NotInstalled e) {
            System.out.println(e.getMessage());
            System.out.printf(
                    "%1$s: FAILED, its tools could not be installed (see above). -D%1$s.skip goes on without.%n",
                    folder);
            return 1;
        }
    }

    /** Says that nothing was tested, which is a failure where nobody reads it. */
    private int skipped(String reason) throws IOException {
        System.out.printf(
                "%s: %s, the tests in verification/%s did NOT run: %s%n",
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

    private int test(Python python, Path packages) throws IOException, NotInstalled {
        // Isolated from the user's own Python settings, and leaving no byte code among the sources.
        List<String> isolated = List.of("-I", "-B", "-m", "pytest");
        List<String> tests =
                List.of("--junitxml=" + report(), VERIFICATION.resolve(folder).toString());
        Path tools = environment(python, REQUIREMENTS);
        ProcessBuilder pytest = new ProcessBuilder(command(executable(tools, "python"), isolated, tests, options));
        // Nor do such settings reach what pytest starts in its turn.
        pytest.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        // What the tests run on Java runs on this one.
        pytest.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path own = VERIFICATION.resolve(folder).resolve(REQUIREMENTS.getFileName());
        if (Files.exists(own)) {
            pytest.environment().put("FOLDER_PYTHON", executable(environment(python, own), "python"));
        }
        if (Files.exists(packages)) {
            pytest.environment().put("FOLDER_PACKAGES", packages(packages).toString());
        }
        return execute(pytest.inheritIO()).exitCode();
    }

    /** A virtual environment with the tools that a file of requirements pins. */
    private Path environment(Python python, Path requirements) throws IOException, NotInstalled {
        return kept(key(requirements, python.version()), place -> {
            List<String> install = List.of("-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check");
            List<String> pinned = List.of("--no-input", "--require-hashes", "--requirement", requirements.toString());
            run(new ProcessBuilder(python.executable(), "-I", "-m", "venv", "--clear", place.toString()));
            run(new ProcessBuilder(command(executable(place, "python"), install, pinned)));
        });
    }

    /** A folder with the packages of npm that a lock file pins. */
    private Path packages(Path lock) throws IOException, NotInstalled {
        String node = ask(List.of("node", "--version")).output().strip();
        return kept(key(lock, node), place -> {
            Files.createDirectories(place);
            for (String name :
                    List.of(".npmrc", "package.json", lock.getFileName().toString())) {
                Files.copy(lock.resolveSibling(name), place.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            run(new ProcessBuilder(npm(), "ci", "--no-progress", "--loglevel=error").directory(place.toFile()));
        });
    }

    /** The place in the cache folder that has this key, filled if need be. */
    private Path kept(String key, Filling filling) throws IOException, NotInstalled {
        Path place = cache().resolve(key);
        Path complete = place.resolve("complete");
        Files.createDirectories(place.getParent());
        // Two builds at once: the second waits, and finds the work done.
        try (FileChannel lock = FileChannel.open(
                        place.resolveSibling(place.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (!Files.exists(complete)) {
                System.out.printf("%s: installing its tools into %s%n", folder, place);
                filling.fill(place);
                Files.createFile(complete);
            }
            return place;
        }
    }

    private static void run(ProcessBuilder command) throws NotInstalled {
        Result result = execute(command.redirectErrorStream(true));
        if (result.exitCode() != 0) {
            throw new NotInstalled(result.output());
        }
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

    private static String key(Path pins, String version) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(pins));
            digest.update(version.getBytes());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static String npm() {
        return isWindows() ? "npm.cmd" : "npm";
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

    /** Puts into a folder what shall be kept there. */
    private interface Filling {
        void fill(Path place) throws IOException, NotInstalled;
    }

    /** What is told where something could not be installed: the words of who tried. */
    private static final class NotInstalled extends Exception {
        NotInstalled(String said) {
            super(said);
        }
    }

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
