import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lints every template of the examples and of the goldens with the cfn-lint that {@code requirements.txt} pins.
 *
 * <p>Run from the root of the project with system properties {@code lint.skip} and {@code python}. cfn-lint is kept in
 * a virtual environment in the user's cache folder, so that only the first build fetches it.
 */
final class Lint {
    private static final Path SETTINGS = Path.of("examples", "lint", "cfn-lint.yaml");
    private static final Path REQUIREMENTS = Path.of("examples", "lint", "requirements.txt");
    private static final Path REPORT = Path.of("examples", "target", "surefire-reports", "TEST-cfn-lint.xml");
    private static final List<Path> FOLDERS =
            List.of(Path.of("examples"), Path.of("generator", "src", "test", "resources", "golden"));
    private static final Pattern TEMPLATE = Pattern.compile("template.*\\.(yaml|json)");
    private static final Pattern FINDING = Pattern.compile("(?m)^(.+?):\\d+:\\d+:\\d+:\\d+:[EWI]\\d{4}:");
    private static final String PROBE =
            "import ensurepip, sys, venv; print('%d.%d.%d' % sys.version_info[:3], sys.base_prefix)";
    private static final Pattern USABLE = Pattern.compile("3\\.1[0-4]\\.\\d+ .+");

    private static final boolean CI =
            !Set.of("", "false").contains(System.getenv().getOrDefault("CI", ""));

    private Lint() {}

    public static void main(String[] args) throws Exception {
        System.exit(run());
    }

    private static int run() throws IOException {
        List<Path> templates = templates();
        if (!Set.of("", "false").contains(System.getProperty("lint.skip", ""))) {
            return skipped(templates, "-Dlint.skip was given. Leave it out to lint.");
        }
        if (templates.isEmpty()) {
            System.out.println("cfn-lint: there are no templates to lint");
            report(templates, Set.of(), false);
            return 0;
        }
        Python python = Python.find();
        if (python == null) {
            return skipped(
                    templates,
                    "no Python 3.10 to 3.14 with its venv module. Install one (Debian: apt install python3-venv), or name"
                            + " it with -Dpython=/path/to/python3.");
        }
        Path environment = environment(python);
        return environment == null ? 1 : lint(environment, templates);
    }

    /** Says that nothing was linted, which is a failure where nobody reads it. */
    private static int skipped(List<Path> templates, String reason) throws IOException {
        System.out.printf(
                "cfn-lint: %s, %s NOT linted: %s%n",
                CI ? "FAILED" : "SKIPPED", count(templates.size(), "template"), reason);
        report(templates, CI ? Set.copyOf(templates) : Set.of(), !CI);
        return CI ? 1 : 0;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static List<Path> templates() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.find(folder, 4, (file, attributes) -> isTemplate(file))) {
                    files.forEach(found::add);
                }
            }
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static boolean isTemplate(Path file) {
        return TEMPLATE.matcher(file.getFileName().toString()).matches() && !file.startsWith("examples/target");
    }

    /** The folder of a virtual environment with cfn-lint, made if need be; null if it could not be made. */
    private static Path environment(Python python) throws IOException {
        Path folder = cache().resolve(key(python));
        Path complete = folder.resolve("complete");
        Files.createDirectories(folder.getParent());
        // Two builds at once: the second waits, and finds the work done.
        try (FileChannel lock = FileChannel.open(
                        folder.resolveSibling(folder.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (Files.exists(complete)) {
                return folder;
            }
            System.out.println("cfn-lint: installing it into " + folder);
            List<String> install = List.of("-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check");
            List<String> pinned = List.of("--no-input", "--require-hashes", "--requirement", REQUIREMENTS.toString());
            if (!show(execute(command(python.executable(), List.of("-I", "-m", "venv", "--clear", folder.toString()))))
                    || !show(execute(command(executable(folder, "python"), install, pinned)))) {
                System.out.println(
                        "cfn-lint: FAILED, it could not be installed (see above). -Dlint.skip goes on without it.");
                return null;
            }
            Files.createFile(complete);
            return folder;
        }
    }

    private static boolean show(Result result) {
        if (!result.succeeded()) {
            System.out.println(result.output());
        }
        return result.succeeded();
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

    private static int lint(Path environment, List<Path> templates) throws IOException {
        int share = Math.min(Runtime.getRuntime().availableProcessors(), (templates.size() + 3) / 4);
        List<CompletableFuture<Result>> runs = IntStream.range(0, share)
                .mapToObj(first -> IntStream.iterate(first, i -> i < templates.size(), i -> i + share)
                        .mapToObj(templates::get)
                        .toList())
                .map(files -> CompletableFuture.supplyAsync(() -> lintInOneProcess(environment, files)))
                .toList();
        List<Result> results = runs.stream().map(CompletableFuture::join).toList();
        String output = results.stream().map(Result::output).collect(Collectors.joining());
        System.out.print(output);
        Set<Path> failed = new TreeSet<>();
        int findings = 0;
        for (Matcher finding = FINDING.matcher(output); finding.find(); findings++) {
            failed.add(Path.of(finding.group(1)));
        }
        boolean clean = output.isBlank() && results.stream().allMatch(Result::succeeded);
        if (!clean && failed.isEmpty()) {
            failed.addAll(templates);
        }
        report(templates, failed, false);
        System.out.printf(
                "cfn-lint: %s linted for %s: %s%n",
                count(templates.size(), "template"),
                regions(),
                clean ? "no findings" : "FAILED, " + count(findings, "finding"));
        return clean ? 0 : 1;
    }

    private static Result lintInOneProcess(Path environment, List<Path> templates) {
        List<String> settings = List.of("--config-file", SETTINGS.toString(), "--format", "parseable", "--");
        List<String> files = templates.stream().map(Path::toString).toList();
        return execute(command(executable(environment, "cfn-lint"), settings, files));
    }

    private static String regions() throws IOException {
        Matcher regions = Pattern.compile("(?m)^regions: \\[(.*)]$").matcher(Files.readString(SETTINGS));
        if (!regions.find()) {
            throw new IllegalStateException(SETTINGS + " names no regions");
        }
        return regions.group(1);
    }

    /** Writes the outcome in the form that test reports have, so that whoever counts tests counts it. */
    private static void report(List<Path> templates, Set<Path> failed, boolean skipped) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"cfn-lint\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">\n"
                .formatted(templates.size(), failed.size(), skipped ? templates.size() : 0));
        for (Path template : templates) {
            String outcome = skipped ? "<skipped/>" : failed.contains(template) ? "<failure/>" : "";
            xml.append("  <testcase classname=\"cfn-lint\" name=\"%s\">%s</testcase>\n"
                    .formatted(template.toString().replace('\\', '/'), outcome));
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, xml.append("</testsuite>\n"));
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

    private static Result execute(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes());
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, e.getMessage());
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** A Python that can make virtual environments; {@code version} tells it from every other one. */
    private record Python(String executable, String version) {
        static Python find() {
            String named = System.getProperty("python", "");
            List<String> names = named.isEmpty() ? List.of("python3", "python", "py") : List.of(named);
            return names.stream()
                    .map(name -> new Python(
                            name,
                            execute(List.of(name, "-I", "-c", PROBE)).output().strip()))
                    .filter(python -> USABLE.matcher(python.version()).matches())
                    .findFirst()
                    .orElse(null);
        }
    }
}
