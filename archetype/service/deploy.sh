#!/bin/sh
# Usage: ./deploy.sh [-e ENVIRONMENT] [--yes] [--no-build]
#
# Creates the image repository, builds and pushes the image, shows the changes of the stack, and deploys it.
#
#   -e, --environment ENVIRONMENT  deploy this entry of the config's `environments`
#   -y, --yes                      do not ask for confirmation; required without a terminal
#       --no-build                 use the files that the last `mvn package` left in target/
#
# See README.md for the requirements, and for what to do after a failure.

set -eu

# The settings of this project. With a config that several projects share, such as ../config.yaml, `service` is the service
# that this project deploys. Otherwise it is empty.
config=${DEPLOY_CONFIG:-config.yaml}
service=${DEPLOY_SERVICE-}
# A bucket in the stack's Region, for templates above 51,200 bytes.
bucket=${DEPLOY_BUCKET-}
# The registry of the image. If empty, the account's own.
registry=${DEPLOY_REGISTRY-}

generator=target/ecs-discovery/generator.jar
work=target/ecs-discovery/deploy
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
environment='' yes=false build=true missing=''

# Prints the comment at the top of this file.
usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }

step() { printf '\n==> %s\n' "$*"; }

run() {
  printf '$ %s\n' "$*"
  "$@"
}

fail() {
  printf '\ndeploy.sh: %s\n' "$*" >&2
  exit 1
}

# Asks for confirmation. Fails without a terminal, unless --yes was given.
confirmed() {
  $yes && return
  if ! [ -t 0 ]; then
    echo "There is no terminal for the confirmation. To deploy without it, add --yes."
    return 1
  fi
  printf '%s [y/N] ' "$1"
  read -r answer || answer=
  printf '%s\n' "$answer" | grep -qixE 'y|yes'
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      -e | --environment)
        [ $# -gt 1 ] || fail "$1 requires the name of an environment"
        environment=$2 && shift ;;
      -y | --yes) yes=true ;;
      --no-build) build=false ;;
      -h | --help) usage && exit ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done
}

# ---- Requirements ----

# report_missing PROGRAM ADVICE
report_missing() {
  missing="$missing
  $1: $2"
}

require() { command -v "$1" >/dev/null 2>&1 || report_missing "$1" "$2"; }

check_tools() {
  require "$java" "install a JDK, 17 or newer: https://adoptium.net"
  ! $build || require mvn "install Maven, 3.8.6 or newer: https://maven.apache.org/install.html"
  require git "install git: https://git-scm.com/downloads"
  require aws "install the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
  require docker "install Docker with buildx: https://docs.docker.com/get-started/get-docker/"
  if command -v docker >/dev/null 2>&1; then
    docker buildx version >/dev/null 2>&1 \
      || report_missing "docker buildx" "install it: https://docs.docker.com/build/install-buildx/ (Debian: docker-buildx)"
    docker version >/dev/null 2>&1 \
      || report_missing docker "its engine does not respond; start it, or join the group that may use it"
  fi
  [ -z "$missing" ] || fail "these programs are missing or do not work:$missing"
  [ -f "$config" ] || fail "\`$config\` does not exist"
}

build() {
  if $build; then
    step "Build"
    run mvn -q -B -ntp package
  fi
  [ -f "$generator" ] || fail "\`$generator\` does not exist; run \`mvn package\`"
  rm -rf "$work"
  mkdir -p "$work"
}

# ---- Render with the generator ----

# generate COMMAND FILE [OPTION...]: renders the config with this project's tag, and writes messages to $work/messages.
generate() {
  command=$1 file=$2
  shift 2
  set -- "$command" "$config" -o "$work/$file" --set "${service:+services.$service.}tag=$tag" "$@"
  [ -z "$environment" ] || set -- "$@" -e "$environment"
  "$java" -jar "$generator" "$@" 2>"$work/messages" && return
  cat "$work/messages" >&2
  [ -z "$service" ] || echo "
If $config does not contain this service yet, add it:
  java -jar $generator add $config $service --port 8080" >&2
  exit 1
}

# Prints the arguments of the `aws cloudformation deploy` line in the generator's messages. None of them needs quotes.
deploy_line() { sed -n 's/^  aws cloudformation deploy //p' "$work/messages"; }

# option NAME LINE: prints the value of an option, or nothing.
option() { printf '%s\n' "$2" | sed -n "s/.*--$1 \([^ ]*\).*/\1/p"; }

# Sets the tag to the last commit that changed this folder. Uncommitted changes, and folders without git, get a new tag.
choose_tag() {
  now=$(date -u +%Y%m%dT%H%M%SZ)
  tag=$(git log -1 --format=%h --abbrev=12 -- . 2>"$work/error" || true)
  if [ -z "$tag" ]; then
    tag=$now
  elif [ -n "$(git status --porcelain -- .)" ]; then
    tag=$tag-dirty-$now
  fi
}

# Reads the image of this project and its platform from lines `docker build --platform P --tag $registry/PATH:TAG FOLDER`.
find_image() {
  generate repositories repositories.yaml
  repositories=$(deploy_line)
  repositories_stack=$(option stack-name "$repositories")
  awk -v tag=":$tag" '$1 == "docker" && $2 == "build" && substr($6, length($6) - length(tag) + 1) == tag {
    sub("^[$]registry/", "", $6); sub(tag "$", "", $6); print $6, $4 }' "$work/messages" | sort -u >"$work/images"
  read -r path platform <"$work/images" \
    || fail "$config has no service with an image in the account's registry and without its own \`tag\`; remove its \`tag\`"
  [ "$(wc -l <"$work/images")" -eq 1 ] || fail "the services in $config without their own \`tag\` use several images:
$(sed 's/^/  /' "$work/images")
This script builds one image for one platform. Set a \`tag\` for the other services, or the same \`architecture\` for all."
  # The same commit has a different image for another architecture.
  [ "$platform" != linux/arm64 ] || tag=$tag-arm64
}

render() {
  step "Template"
  set --
  [ -z "$registry" ] || set -- --set "${service:+services.}${service:-defaults}.image=$registry/$path"
  generate render template.yaml "$@"
  awk '/^Deploy it/ { exit } !NF { blank = "\n" } NF { print blank $0; blank = "" }' "$work/messages"
  line=$(deploy_line)
  stack=$(option stack-name "$line")
  # The parameters whose default is this project's tag. A stack keeps the current values of all other parameters, so projects
  # that share a stack do not change each other's tags.
  parameters=$(awk -v tag="$tag" '
    /^[A-Z]/ { inside = $1 == "Parameters:" }
    inside && /^  [A-Za-z0-9]+:$/ { id = substr($1, 1, length($1) - 1) }
    inside && $1 == "Default:" { gsub(/\047/, "", $2); if ($2 == tag) printf " %s=%s", id, tag }' "$work/template.yaml")
  [ -z "$service" ] || [ -n "$parameters" ] || fail "$config is shared, but does not contain \`tagParameters: true\`.
Add it, so that a deployment of one service does not change the tags of the others."
  if [ -n "$(option s3-bucket "$line")" ]; then
    [ -n "$bucket" ] || fail "a template of this size needs a bucket in the Region of the stack.
To create one: aws s3 mb s3://NAME. Then: DEPLOY_BUCKET=NAME ./deploy.sh"
    line=${line%BUCKET}$bucket
  fi
}

# ---- Check the account ----

find_account() {
  region=$(option region "$repositories")
  region=${region:-${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}}
  [ -n "$region" ] || fail "no Region is set; set \`region\` in $config, or export AWS_REGION"
  export AWS_REGION="$region" AWS_DEFAULT_REGION="$region" AWS_PAGER=''
  account=$(aws sts get-caller-identity --query Account --output text) \
    || fail "AWS accepts no credentials; run \`aws configure\`, or \`aws sso login\` with AWS_PROFILE"
  step "Account $account, Region $region, $config${environment:+, environment $environment}, tag $tag"
}

# Reports a stack that cannot be deployed before anything changes. Sets `status`, which is empty if there is no stack.
check_stack() {
  status=$(aws cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' --output text 2>"$work/error") \
    || grep -q 'does not exist' "$work/error" || fail "$(cat "$work/error")"
  delete="aws cloudformation delete-stack --stack-name $1 --region $region"
  case $status in
    ROLLBACK_COMPLETE)
      echo "The first deployment of the stack $1 failed (ROLLBACK_COMPLETE). The stack must be deleted first."
      confirmed "Delete it?" || fail "nothing was changed. To delete the stack: $delete"
      run aws cloudformation delete-stack --stack-name "$1"
      run aws cloudformation wait stack-delete-complete --stack-name "$1"
      status= ;;
    CREATE_FAILED | ROLLBACK_FAILED | DELETE_FAILED)
      fail "the stack $1 is in state $status. See its events for the reason. To delete the stack: $delete" ;;
    UPDATE_ROLLBACK_FAILED)
      fail "the stack $1 is in state $status. See its events for the reason, fix it, and run:
  aws cloudformation continue-update-rollback --stack-name $1 --region $region" ;;
    REVIEW_IN_PROGRESS) ;; # created by a change set that was not executed
    *_IN_PROGRESS) fail "another operation on the stack $1 is in progress ($status); try again when it has ended" ;;
  esac
}

# ---- Create the repository and the image ----

make_image() {
  step "Repositories"
  # shellcheck disable=SC2086 # split into words
  run aws cloudformation deploy $repositories
  uri=$(aws ecr describe-repositories --repository-names "$path" --query 'repositories[0].repositoryUri' --output text)
  image=${registry:-${uri%%/*}}/$path:$tag
  step "Image $image for $platform"
  password=$(aws ecr get-login-password)
  printf %s "$password" | docker login --username AWS --password-stdin "${image%%/*}"
  # A tag is pushed only once, so an existing image is the same as the one that would be built.
  if docker buildx imagetools inspect "$image" >/dev/null 2>&1; then
    echo "The image exists."
    return
  fi
  run docker buildx build --platform "$platform" --provenance=false --load --tag "$image" .
  run docker push "$image"
}

# ---- Show the changes ----

show_outputs() {
  step "The stack $stack"
  aws cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' \
    --output text | sort | awk -F '\t' 'NF == 2 { printf "  %-40s %s\n", $1, $2 }'
}

make_change_set() {
  step "Changes of the stack $stack"
  # shellcheck disable=SC2086 # split into words
  set -- $line --no-execute-changeset ${parameters:+--parameter-overrides $parameters}
  aws cloudformation deploy "$@" >"$work/output" 2>&1 || {
    cat "$work/output" >&2
    sed -n '/^It imports/p' "$work/messages" >&2
    delete_new_stack
    fail "CloudFormation rejected the change set; nothing was changed"
  }
  change_set=$(sed -n 's/.*--change-set-name \([^ ]*\).*/\1/p' "$work/output")
}

# Prints a line per resource: + added, - removed, ~ changed, ! replaced, ? possibly replaced, and the changed properties.
show_changes() {
  why="not_null(Details[].Target.not_null(Name,Attribute), [''])"
  aws cloudformation describe-change-set --change-set-name "$change_set" --output text \
    --query "Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement,join(' ',$why)]" >"$work/changes"
  awk -F '\t' '
    {
      sign = $1 == "Add" ? "+" : $1 == "Remove" ? "-" : "~"; what = ""
      n = $1 == "Modify" ? split($5, reason, " ") : 0
      for (i = 1; i <= n; i++) if (!seen[NR, reason[i]]++) what = what (what == "" ? " " : ", ") reason[i]
      if ($1 == "Modify" && $3 == "AWS::ECS::TaskDefinition") what = what " (a new revision)"
      else if ($4 == "True") { sign = "!"; what = what " (REPLACED)" }
      else if ($4 == "Conditional") { sign = "?"; what = what " (possibly replaced)" }
      if (sign ~ /[-!?]/) loses = 1
      printf "  %s %-40s %-44s%s\n", sign, $2, $3, what
    }
    END {
      print ""
      if (loses) print "Resources with -, ! or ? are deleted or may be deleted, including their data and their names."
    }' "$work/changes" | sed 's/ *$//'
}

# A change set for a new stack creates an empty stack. Delete that again.
delete_new_stack() { [ -n "$status" ] || aws cloudformation delete-stack --stack-name "$stack"; }

delete_change_set() {
  aws cloudformation delete-change-set --change-set-name "$change_set"
  delete_new_stack
  fail "nothing was changed"
}

# ---- Deploy ----

# Writes the latest events of the stack to $work/page, newest first.
read_events() {
  aws cloudformation describe-stack-events --stack-name "$stack" --no-paginate --output text --query \
    'StackEvents[].[EventId,ResourceStatus,ResourceType,LogicalResourceId,PhysicalResourceId,ResourceStatusReason]' \
    >"$work/page" || fail "cannot read the events of the stack. The deployment continues; to follow it:
  aws cloudformation describe-stack-events --stack-name $stack --region $region"
}

# Appends new events to $work/events, oldest first, and prints those that end an operation.
print_new_events() {
  read_events
  awk -F '\t' -v last="$last" '$1 == last { exit } NF == 6 { line[++n] = $0 } END { while (n) print line[n--] }' \
    "$work/page" >"$work/new"
  cat "$work/new" >>"$work/events"
  last=$(head -n 1 "$work/page" | cut -f 1)
  awk -F '\t' '$2 !~ /_IN_PROGRESS$/ {
    printf "  %-28s %s%s\n", $2, $4, ($2 ~ /FAILED/ && $6 != "None" ? ": " $6 : "") }' "$work/new"
}

# Prints, once each, why tasks of this stack stopped and their last log lines. A rollback would delete both.
print_stopped_tasks() {
  awk -F '\t' '$3 == "AWS::ECS::Service" && split($5, part, "/") == 3 { print part[2] "\t" part[3] }' "$work/events" \
    | sort -u >"$work/services"
  cluster=$(head -n 1 "$work/services" | cut -f 1)
  [ -n "$cluster" ] || return 0
  tasks=$(aws ecs list-tasks --cluster "$cluster" --desired-status STOPPED --no-paginate --query taskArns --output text \
    2>"$work/error" | grep arn:) || return 0
  # shellcheck disable=SC2086 # split into ids
  aws ecs describe-tasks --cluster "$cluster" --tasks $tasks --output text \
    --query 'tasks[].[group,stoppedReason,containers[0].reason,containers[0].exitCode]' 2>"$work/error" \
    | awk -F '\t' 'NR == FNR { ours["service:" $2] = $2; next }
      $1 in ours && $2 !~ /^Scaling activity/ && !seen[$0]++ {
        print ours[$1] ": " $2 ($3 == "None" ? "" : ": " $3) ($4 == "None" ? "" : " (exit code " $4 ")") }' \
      "$work/services" - >"$work/reasons"
  while read -r reason; do
    grep -qxF "$reason" "$work/stopped" && continue
    printf '%s\n' "$reason" >>"$work/stopped"
    printf '  A task stopped. %s\n' "$reason"
    last_log_lines "/ecs/$stack/${reason%%:*}"
  done <"$work/reasons"
}

# last_log_lines LOG_GROUP: prints the last lines of its latest stream.
last_log_lines() {
  stream=$(aws logs describe-log-streams --log-group-name "$1" --order-by LastEventTime --descending --no-paginate \
    --query 'logStreams[0].logStreamName' --output text 2>"$work/error") || return 0
  aws logs get-log-events --log-group-name "$1" --log-stream-name "$stream" --limit 10 \
    --query 'events[].[message]' --output text 2>"$work/error" | sed 's/^/    | /'
}

change_stack() {
  step "Deploying the stack $stack"
  read_events
  last=$(head -n 1 "$work/page" | cut -f 1)
  touch "$work/events" "$work/stopped"
  aws cloudformation execute-change-set --change-set-name "$change_set"
  while :; do
    print_new_events
    print_stopped_tasks
    # the final state of the stack, if it has one
    ended=$(awk -F '\t' -v stack="$stack" '
      $3 == "AWS::CloudFormation::Stack" && $4 == stack && $2 !~ /_IN_PROGRESS$/ { print $2 }' "$work/events" | tail -n 1)
    [ -z "$ended" ] || break
    sleep 5
  done
  case $ended in
    CREATE_COMPLETE | UPDATE_COMPLETE) ;;
    *)
      explain_failure >&2
      exit 1 ;;
  esac
}

explain_failure() {
  step "The deployment of the stack $stack failed: $ended"
  awk -F '\t' '$2 ~ /FAILED$/ && $6 !~ /cancelled$/ { printf "  %s (%s): %s\n", $4, $3, $6 }' "$work/events"
  if [ -s "$work/stopped" ]; then
    echo "Stopped tasks:"
    sed 's/^/  /' "$work/stopped"
  fi
  if [ -s "$work/services" ]; then
    echo "The logs of the services, while their log groups exist:"
    cut -f 2 "$work/services" | sed "s|.*|  aws logs tail /ecs/$stack/& --region $region --since 1h|"
  fi
  case $ended in
    ROLLBACK_COMPLETE) echo "It was the first deployment, so all its resources were deleted.
Fix the cause and run ./deploy.sh again. It offers to delete the empty stack." ;;
    UPDATE_ROLLBACK_COMPLETE) echo "The stack was rolled back to its previous state. Fix the cause and run ./deploy.sh again." ;;
    *) echo "To see the events of the stack:
  aws cloudformation describe-stack-events --stack-name $stack --region $region" ;;
  esac
}

unset CDPATH
read_options "$@"
cd "$(dirname "$0")"
check_tools
build
choose_tag
find_image
render
find_account
check_stack "$repositories_stack"
check_stack "$stack"
make_image
make_change_set
if [ -n "$change_set" ]; then
  show_changes
  confirmed "Change the stack?" || delete_change_set
  change_stack
else
  echo "No changes: the stack matches the config."
fi
show_outputs
