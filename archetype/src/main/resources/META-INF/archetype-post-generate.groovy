// Creates the project: copies the archetype's own project and replaces its names with the user's. If a property is invalid,
// reports all errors and deletes what Maven has created.
import java.nio.file.Files
import java.nio.file.Path
import javax.lang.model.SourceVersion

final NAME = 'ecs-discovery-service'
final PACKAGE = 'io.github.ecsdiscovery.service'
final LABEL = 'lower-case letters, digits and `-`, starting with a letter'

def folder = Path.of(request.outputDirectory, request.artifactId)
def copy = folder.resolve('ecs-discovery-archetype')
def pom = folder.resolve('pom.xml')

def given = { key -> request.properties[key]?.trim() in [null, '', 'none'] ? null : request.properties[key].trim() }
def list = { key -> given(key) == null ? [] : given(key).split(',', -1)*.trim() }

def config = given('config')
def platform = given('platform')
def region = given('region')
def port = given('port')
def services = list('services')
// pairs of alias and service
def calls = list('calls').collect { it.contains('=') ? it.split('=', 2)*.trim() : [it, it] }
def aliased = calls.any { alias, service -> alias != service }

// ---- Validate the properties ----

def errors = []
def require = { valid, message -> if (!valid) errors << message }

require(request.artifactId ==~ /[a-z]([a-z0-9-]{0,38}[a-z0-9])?/,
        "`artifactId` is `${request.artifactId}`; expected at most 40 $LABEL")
require(SourceVersion.isName(request.package),
        "`package` is `${request.package}`; expected a Java package name such as -Dpackage=com.example.shop")
(services - request.artifactId).each {
    require(it ==~ /[a-z]([a-z0-9-]{0,48}[a-z0-9])?/, "`services` contains `$it`; expected at most 50 $LABEL")
}
require(services, '`services` is empty; expected a list such as -Dservices=orders,payments')
require(services.unique(false) == services, "`services` is `${services.join(',')}`; each service may occur only once")
calls.each { alias, service ->
    require(alias ==~ /[A-Za-z][A-Za-z0-9-]{0,49}/ && service ==~ /[a-z]([a-z0-9-]{0,48}[a-z0-9])?/,
            "`calls` contains `${alias == service ? service : "$alias=$service"}`; expected SERVICE or ALIAS=SERVICE")
    require(config || platform || service in services,
            "`calls` contains `$service`, which is not in `services`; if another stack deploys it, add -Dplatform=STACK")
}
require(calls*.get(0).unique() == calls*.get(0), "`calls` is `${given('calls')}`; each alias may occur only once")
require(port ==~ /[0-9]{4,5}/ && port.toInteger() in 1024..65535,
        "`port` is `$port`; expected 1024 to 65535, because the service does not run as root")
require(!config || !platform, '`config` and `platform` cannot be combined, because a project that joins a platform has its own config')
require(!config || config ==~ /[A-Za-z0-9._\/-]+/ && Files.isRegularFile(folder.resolve(config)),
        "`config` is `$config`, but there is no such file; expected a path from the project folder such as -Dconfig=../config.yaml")
require(!config || services.size() < 2, "`services` contains ${services.size()} services; with `config`, a project is one service of that config")
require(!config || !aliased, "`calls` contains an alias, which `add` does not support; remove it here and add it to $config")
require(!config || !region, "`region` cannot be combined with `config`; set it in $config")
require(!platform || platform ==~ /[A-Za-z][A-Za-z0-9-]{0,127}/,
        "`platform` is `$platform`; expected a stack name of at most 128 letters, digits and `-`, starting with a letter")
require(!region || region ==~ /[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}/,
        "`region` is `$region`; expected a Region such as `eu-west-1`")

if (errors) {
    // These are all files that Maven has created. Files of the user stay.
    copy.toFile().deleteDir()
    Files.deleteIfExists(pom)
    if (!folder.toFile().list()) {
        Files.deleteIfExists(folder)
    }
    def parent = new File(request.outputDirectory, 'pom.xml')
    if (parent.exists()) {
        parent.text = parent.text.replaceFirst("\\s*<module>\\Q${request.artifactId}\\E</module>", '')
                .replaceFirst('\\s*<modules>\\s*</modules>', '')
    }
    throw new IllegalArgumentException("no project was created:\n  ${errors.join('\n  ')}")
}

// ---- Create the project ----

// A missing text would leave a project with some of the archetype's own names.
def replace = { text, from, to ->
    assert text.contains(from): "the archetype's project does not contain `$from`"
    text.replace(from, to)
}

def inPom = { text ->
    def coordinates = { group, artifact, version ->
        "<groupId>$group</groupId>\n  <artifactId>$artifact</artifactId>\n  <version>$version</version>"
    }
    def own = text =~ coordinates('io.github.ecsdiscovery', NAME, '[^<]+')
    assert own.find(): "the archetype's project has unexpected coordinates"
    text = text.replace(own.group(), coordinates(request.groupId, request.artifactId, request.version))
    text = replace(text, "<ecs-discovery.services>$NAME<", "<ecs-discovery.services>${services.join(',')}<")
    text = replace(text, PACKAGE, request.package)
    config ? replace(text, '<ecs-discovery.config>config.yaml<', "<ecs-discovery.config>$config<") : text
}

def callsLine = {
    aliased ? "  calls: { ${calls.collect { "${it[0]}: ${it[1]}" }.join(', ')} }\n" : "  calls: [${calls*.get(1).join(', ')}]\n"
}

def platformLines = {
    def peers = calls*.get(1).unique().findAll { !(it in services) }
    def lines = ['# The stack with the network, the cluster and the namespace. Deploy it first.', "platform: $platform"]
    if (peers) {
        lines << '# Services of other stacks on this platform: the stack of each, and the first port in its config.'
        lines << 'peers:'
        lines.addAll(peers.collect { "  $it: { stack: $platform, port: $port }" })
    }
    lines.join('\n') + '\n'
}

def inConfig = { text ->
    text = replace(text, "name: $NAME\n", "name: ${request.artifactId}\n${region ? "region: $region\n" : ''}")
    text = replace(text, "  $NAME: {}\n", services.collect { "  $it: {}\n" }.join())
    text = replace(text, "/$NAME\"", "/${request.artifactId}\"")
    text = replace(text, '  port: 8080\n', "  port: $port\n${calls ? callsLine() : ''}")
    platform ? replace(text, '# Defaults of all services.', "${platformLines()}# Defaults of all services.") : text
}

// README.md and deploy.sh contain the config's path. WiringIT and deploy.sh contain the command that adds the service.
def ofConfig = { path, text ->
    if (path == 'README.md') {
        text = replace(text, "--tag $request.artifactId:local .    # the image that compose.yaml uses",
                '--tag "$(docker compose config --images ' + services.first() + ')" .    # also build the images of the other projects')
        return replace(text, '`config.yaml`', "`$config`")
    }
    if (path == 'deploy.sh') {
        text = replace(text, '--port 8080', "--port $port")
        text = replace(text, '{DEPLOY_CONFIG:-config.yaml}', "{DEPLOY_CONFIG:-$config}")
        return replace(text, '{DEPLOY_SERVICE-}', "{DEPLOY_SERVICE-${services.first()}}")
    }
    if (path.endsWith('/WiringIT.java')) {
        return replace(text, '--port 8080', "--port $port")
    }
    text
}

def kept = []
copy.toFile().eachFileRecurse(groovy.io.FileType.FILES) { source ->
    def path = copy.relativize(source.toPath()).toString().replace(File.separator, '/')
            .replaceFirst("^(src/[a-z]+/java)/${PACKAGE.replace('.', '/')}/", "\$1/${request.package.replace('.', '/')}/")
    if (path == 'config.yaml' && config) {
        return
    }
    def file = folder.resolve(path)
    if (Files.exists(file)) {
        kept << path
        return
    }
    def text = source.getText('UTF-8')
    text = path == 'config.yaml' ? inConfig(text) : text.replace(PACKAGE, request.package).replace(NAME, request.artifactId)
    text = config ? ofConfig(path, text) : text
    Files.createDirectories(file.parent)
    file.toFile().setText(text, 'UTF-8')
    if (text.startsWith('#!')) {
        file.toFile().setExecutable(true, false)
    }
}
pom.toFile().setText(inPom(pom.toFile().getText('UTF-8')), 'UTF-8')
copy.toFile().deleteDir()

// ---- Print the next steps ----

println ''
kept.each { println "`$it` exists and was not changed." }
println "Created `${request.artifactId}`. Next:"
println "  cd ${request.artifactId}"
if (config) {
    println '  mvn -B -ntp package'
    services.each {
        println "  java -jar target/ecs-discovery/generator.jar add $config $it --port $port" +
                (calls ? " --calls ${calls*.get(1).join(',')}" : '')
    }
}
println '  mvn -B -ntp verify'
println 'See README.md for the next steps: add an endpoint, run containers on this machine, deploy to AWS.'
println ''
