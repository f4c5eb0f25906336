@echo off
rem Runs generator.jar, which is in the same folder, as the script ecs-discovery does on other systems: only with the C1
rem compiler, the serial garbage collector, and an archive of the classes that a run loads. The first run creates the archive
rem in the background.

setlocal EnableExtensions DisableDelayedExpansion
set "jar=%~dp0generator.jar"

set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%J in (java.exe) do set "java=%%~$PATH:J"
if not defined java goto missing
for %%J in ("%java%\..\..") do set "jdk=%%~fJ"

rem Reads the version from the file `release` of the JDK. Without that file, assumes that the version is supported.
set "version="
if exist "%jdk%\release" for /f "usebackq tokens=1,2 delims==" %%A in ("%jdk%\release") do if "%%A"=="JAVA_VERSION" set "version=%%~B"
if not defined version goto flags
for /f "delims=.-+" %%V in ("%version%") do if %%V lss 17 goto old

:flags
rem Disables messages of the JVM, because they would end up in the template. Chooses a garbage collector unless the user did.
set "flags=-XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=off"
if not defined JDK_JAVA_OPTIONS if not defined JAVA_TOOL_OPTIONS if not defined _JAVA_OPTIONS set "flags=%flags% -XX:+UseSerialGC"

rem The name of the archive contains the sizes and times of the jar and the JDK, so that another jar or JDK has another archive.
set "share="
if not defined LOCALAPPDATA goto run
if not exist "%jdk%\lib\modules" goto run
set "folder=%LOCALAPPDATA%\ecs-discovery\start"
for %%F in ("%jar%") do set "key=%%~zF-%%~tF"
for %%F in ("%jdk%\lib\modules") do set "key=%key%-%%~zF-%%~tF"
set "key=%key:/=%"
set "key=%key::=%"
set "key=%key: =%"
set "archive=%folder%\classes-%key%.jsa"
set "work=%archive%.new"
if defined ECS_DISCOVERY_MAKES_ARCHIVE goto make
if exist "%archive%" set share=-XX:SharedArchiveFile="%archive%"
if defined share goto run
set "ECS_DISCOVERY_MAKES_ARCHIVE=true"
start "" /b /low "%ComSpec%" /d /c ""%~f0"" <nul >nul 2>nul

:run
"%java%" %flags% %share% -jar "%jar%" %*
exit /b %errorlevel%

rem Creates the archive in a temporary folder, tests it, and moves it to its place. The process that creates the folder does
rem the work. After a failure, the next attempt is a day later. Keeps the latest archives for users who switch between jars or
rem JDKs.
:make
if not exist "%folder%" md "%folder%"
forfiles /p "%folder%" /m *.new /d -1 /c "cmd /c rd /s /q @path"
md "%work%" || exit /b 1
"%java%" %flags% -jar "%jar%" init -o "%work%\config.yaml" || exit /b 1
"%java%" %flags% -XX:ArchiveClassesAtExit="%work%\jsa" -jar "%jar%" "%work%\config.yaml" || exit /b 1
"%java%" %flags% -Xshare:on -XX:SharedArchiveFile="%work%\jsa" -jar "%jar%" --version || exit /b 1
for /f "skip=3 delims=" %%F in ('dir /b /o-d "%folder%\*.jsa"') do del /q "%folder%\%%F"
move /y "%work%\jsa" "%archive%" && rd /s /q "%work%"
exit /b

:missing
>&2 echo ecs-discovery: Java was not found; install JDK 17 or later, or set JAVA_HOME
exit /b 127

:old
>&2 echo ecs-discovery: "%java%" is Java %version%; install JDK 17 or later, or set JAVA_HOME
exit /b 127
