<#-- The template of a system's ECR repositories. Data model: RepositoryStack, as `stack`. -->
<#import "resource/repository.ftl" as repository>
<#import "lib/context.ftl" as context>
# The repositories of the images of [=stack.name]: a stack of its own, since images are there before services run them.
# Rendered by ecs-discovery from a config: change the config and render it again rather than this file.
#
# Images are data: a repository stays when it leaves this template, and when the stack is deleted.
AWSTemplateFormatVersion: '2010-09-09'
Description: [=stack.description]
<#if stack.context??>

<@context.template context=stack.context/>
</#if>

Resources:
<#list stack.repositories as one>

<@repository.resource repository=one tags=stack.tags/>
</#list>

Outputs:
<#list stack.repositories as one>
<@repository.uri repository=one/>
</#list>
