// Makes the project from the archetype's copy of an ordinary one, whose names are replaced by those that are asked for; or
// says all that is wrong with these, and takes away what Maven has made.
import java.nio.file.Files
import java.nio.file.Path
import javax.lang.model.SourceVersion

final NAME = 'ecs-discovery-service'
final PACKAGE = 'io.github.ecsdiscovery.service'
final LABEL = 'lower-case letters, digits and `-`, the first a letter'

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
// from alias to service
def calls = list('calls').collect { it.contains('=') ? it.split('=', 2)*.trim() : [it, it] }
def aliased = calls.any { alias, service -> alias != service }

// ---- What is wrong ----

def mistakes = []
def need = { right, message -> if (!right) mistakes << message }

need(request.artifactId ==~ /[a-z]([a-z0-9-]{0,38}[a-z0-9])?/,
        "`artifactId` is `${request.artifactId}`: it names the system and its image, and has at most 40 $LABEL")
need(SourceVersion.isName(request.package),
        "`package` is `${request.package}`, which is no name of a Java package, such as -Dpackage=com.example.shop")
(services - request.artifactId).each {
    need(it ==~ /[a-z]([a-z0-9-]{0,48}[a-z0-9])?/, "`services` names `$it`: a service has at most 50 $LABEL")
}
need(services, '`services` names none, such as -Dservices=orders,payments')
need(services.unique(false) == services, "`services` names one twice: `${services.join(',')}`")
calls.each { alias, service ->
    need(alias ==~ /[A-Za-z][A-Za-z0-9-]{0,49}/ && service ==~ /[a-z]([a-z0-9-]{0,48}[a-z0-9])?/,
            "`calls` has `${alias == service ? service : "$alias=$service"}`, expected SERVICE or ALIAS=SERVICE")
    need(config || platform || service in services,
            "`calls` names `$service`, which is none of `services`; where another stack deploys it, say -Dplatform=STACK")
}
need(calls*.get(0).unique() == calls*.get(0), "`calls` has an alias twice: `${given('calls')}`")
need(port ==~ /[0-9]{4,5}/ && port.toInteger() in 1024..65535,
        "`port` is `$port`, expected 1024 to 65535: the service does not run as root")
need(!config || !platform, '`config` and `platform` exclude each other: a platform is joined by a config of its own')
need(!config || config ==~ /[A-Za-z0-9._\/-]+/ && Files.isRegularFile(folder.resolve(config)),
        "`config` is `$config`, and there is no such file, seen from the project's folder; such as -Dconfig=../config.yaml")
need(!config || services.size() < 2, "`services` names ${services.size()}: with `config`, a project is one of the services there")
need(!config || !aliased, "`calls` has an alias, which `add` cannot write: leave it out, and write it into $config")
need(!config || !region, "`region` stands in a config of its own, and this one is $config")
need(!platform || platform ==~ /[A-Za-z][A-Za-z0-9-]{0,127}/,
        "`platform` is `$platform`, expected a stack's name: at most 128 letters, digits and `-`, the first a letter")
need(!region || region ==~ /[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}/,
        "`region` is `$region`, expected a Region such as `eu-west-1`")

if (mistakes) {
    // All that Maven has made: nothing else was put where files of the user may be.
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
    throw new IllegalArgumentException("nothing was made:\n  ${mistakes.join('\n  ')}")
}

// ---- The project ----

// A place that is not there any more would leave a project that is half ours.
def replace = { text, from, to ->
    assert text.contains(from): "the archetype's project has no `$from`"
    text.replace(from, to)
}

def inPom = { text ->
    def coordinates = { group, artifact, version ->
        "<groupId>$group</groupId>\n  <artifactId>$artifact</artifactId>\n  <version>$version</version>"
    }
    def own = text =~ coordinates('io.github.ecsdiscovery', NAME, '[^<]+')
    assert own.find(): "the archetype's project has other coordinates"
    text = text.replace(own.group(), coordinates(request.groupId, request.artifactId, request.version))
    text = replace(text, "<ecs-discovery.services>$NAME<", "<ecs-discovery.services>${services.join(',')}<")
    text = replace(text, PACKAGE, request.package)
    config ? replace(text, '<ecs-discovery.config>config.yaml<', "<ecs-discovery.config>$config<") : text
}

def callsLine = {
    aliased ? "  calls: { ${calls.collect { "${it[0]}: ${it[1]}" }.join(', ')} }\n" : "  calls: [${calls*.get(1).join(', ')}]\n"
}

def joined = {
    def peers = calls*.get(1).unique().findAll { !(it in services) }
    def lines = ['# The stack that has the network, the cluster and the domain, and is deployed first.', "platform: $platform"]
    if (peers) {
        lines << '# What other stacks deploy there: the stack of each, and the first port that its own config has.'
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
    platform ? replace(text, '# What all services have', "${joined()}# What all services have") : text
}

// Where the config lies is said in two other files, and what puts the service into it in another one too.
def ofConfig = { path, text ->
    if (path == 'README.md') {
        text = replace(text, "--tag $request.artifactId:local .    # the image that compose.yaml names",
                '--tag "$(docker compose config --images ' + services.first() + ')" .    # and in the other projects their images')
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
copy.toFile().eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def path = copy.relativize(file.toPath()).toString().replace(File.separator, '/')
            .replaceFirst("^(src/[a-z]+/java)/${PACKAGE.replace('.', '/')}/", "\$1/${request.package.replace('.', '/')}/")
    if (path == 'config.yaml' && config) {
        return
    }
    def place = folder.resolve(path)
    if (Files.exists(place)) {
        kept << path
        return
    }
    def text = file.getText('UTF-8')
    text = path == 'config.yaml' ? inConfig(text) : text.replace(PACKAGE, request.package).replace(NAME, request.artifactId)
    text = config ? ofConfig(path, text) : text
    Files.createDirectories(place.parent)
    place.toFile().setText(text, 'UTF-8')
    if (text.startsWith('#!')) {
        place.toFile().setExecutable(true, false)
    }
}
pom.toFile().setText(inPom(pom.toFile().getText('UTF-8')), 'UTF-8')
copy.toFile().deleteDir()

// ---- What to do next ----

println ''
kept.each { println "`$it` was there already, and is as it was." }
println "Made `${request.artifactId}`. Next:"
println "  cd ${request.artifactId}"
if (config) {
    println '  mvn -B -ntp package'
    services.each {
        println "  java -jar target/ecs-discovery/generator.jar add $config $it --port $port" +
                (calls ? " --calls ${calls*.get(1).join(',')}" : '')
    }
}
println '  mvn -B -ntp verify'
println 'README.md says what comes then: the first endpoint, containers on this machine, AWS.'
println ''
