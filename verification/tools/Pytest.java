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
 * Runs the Python tests of one folder below {@code verification}. {@code requirements.txt} pins the versions of pytest and
 * of the tools that the tests run.
 *
 * <p>Run it from the root of the project. The first argument is the name of the folder. All other arguments are options of
 * pytest. The system property {@code skip} skips the tests, and {@code python} sets the Python that runs them.
 *
 * <p>A folder can pin more tools. The tests get the path of each installation in a variable:
 *
 * <ul>
 *   <li>{@code FOLDER_PYTHON}: a Python with the tools of the folder's own {@code requirements.txt}
 *   <li>{@code FOLDER_PACKAGES}: a folder with the npm packages of the folder's {@code package-lock.json}
 * </ul>
 *
 * <p>The user's cache folder keeps all installations, so only the first build downloads them.
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
            return skipped("the option -D" + folder + ".skip. Remove it to run them.");
        }
        Python python = Python.find();
        if (python == null) {
            return skipped("there is no Python 3.10 to 3.14 with its venv module. Install one (Debian: apt install"
                    + " python3-venv), or set -Dpython=/path/to/python3.");
        }
        Path packages = VERIFICATION.resolve(folder).resolve("package-lock.json");
        if (Files.exists(packages) && query(List.of(npm(), "--version")).exitCode() != 0) {
            return skipped("there is no npm. Install Node.js 20 or newer (Debian: apt install npm).");
        }
        try {
            return test(python, packages);
        } catch (InstallationFailed e) {
            System.out.println(e.getMessage());
            System.out.printf(
                    "%1$s: FAILED, its tools could not be installed (see above). -D%1$s.skip skips its tests.%n",
                    folder);
            return 1;
        }
    }

    /** Reports skipped tests. In CI, this is a failure, because nobody reads the output. */
    private int skipped(String reason) throws IOException {
        System.out.printf(
                "%s: %s, the tests in verification/%s did NOT run: %s%n",
                folder, CI ? "FAILED" : "SKIPPED", folder, reason);
        // A test report, so that tools that count tests count this.
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

    private int test(Python python, Path packages) throws IOException, InstallationFailed {
        // Without the user's Python settings, and without byte code in the source folders.
        List<String> isolated = List.of("-I", "-B", "-m", "pytest");
        List<String> tests =
                List.of("--junitxml=" + report(), VERIFICATION.resolve(folder).toString());
        Path tools = environment(python, REQUIREMENTS);
        ProcessBuilder pytest = new ProcessBuilder(command(executable(tools, "python"), isolated, tests, options));
        // Programs that pytest starts do not get such settings either.
        pytest.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        // Tests run Java programs with this Java.
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

    /** Returns a virtual environment with the tools that a requirements file pins. */
    private Path environment(Python python, Path requirements) throws IOException, InstallationFailed {
        return cached(key(requirements, python.version()), target -> {
            List<String> install = List.of("-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check");
            List<String> pinned = List.of("--no-input", "--require-hashes", "--requirement", requirements.toString());
            run(new ProcessBuilder(python.executable(), "-I", "-m", "venv", "--clear", target.toString()));
            run(new ProcessBuilder(command(executable(target, "python"), install, pinned)));
        });
    }

    /** Returns a folder with the npm packages that a lock file pins. */
    private Path packages(Path lock) throws IOException, InstallationFailed {
        String node = query(List.of("node", "--version")).output().strip();
        return cached(key(lock, node), target -> {
            Files.createDirectories(target);
            for (String name :
                    List.of(".npmrc", "package.json", lock.getFileName().toString())) {
                Files.copy(lock.resolveSibling(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            run(new ProcessBuilder(npm(), "ci", "--no-progress", "--loglevel=error").directory(target.toFile()));
        });
    }

    /** Returns the folder with this key in the cache, after installing its content if it is not complete. */
    private Path cached(String key, Installer installer) throws IOException, InstallationFailed {
        Path target = cache().resolve(key);
        Path complete = target.resolve("complete");
        Files.createDirectories(target.getParent());
        // If two builds run at once, the second one waits until the first one has installed everything.
        try (FileChannel lock = FileChannel.open(
                        target.resolveSibling(target.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var locked = lock.lock()) {
            if (!Files.exists(complete)) {
                System.out.printf("%s: installing its tools into %s%n", folder, target);
                installer.install(target);
                Files.createFile(complete);
            }
            return target;
        }
    }

    private static void run(ProcessBuilder command) throws InstallationFailed {
        Result result = execute(command.redirectErrorStream(true));
        if (result.exitCode() != 0) {
            throw new InstallationFailed(result.output());
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

    private static Result query(List<String> command) {
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

    /** Installs something into a folder of the cache. */
    private interface Installer {
        void install(Path target) throws IOException, InstallationFailed;
    }

    /** A failed installation. The message is the output of the installer. */
    private static final class InstallationFailed extends Exception {
        InstallationFailed(String output) {
            super(output);
        }
    }

    /** A Python that can create virtual environments. {@code version} also contains its folder, so it is unique. */
    private record Python(String executable, String version) {
        static Python find() {
            String configured = System.getProperty("python", "");
            List<String> names = configured.isEmpty() ? List.of("python3", "python", "py") : List.of(configured);
            return names.stream()
                    .map(name -> new Python(
                            name,
                            query(List.of(name, "-I", "-c", PROBE)).output().strip()))
                    .filter(python -> USABLE.matcher(python.version()).matches())
                    .findFirst()
                    .orElse(null);
        }
    }
}
