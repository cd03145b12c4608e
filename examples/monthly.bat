@echo off
rem Monthly job for the Windows task scheduler: monthly.bat INBOX OUTDIR MONTH
rem Exit codes: 0 done, 3 done in part, 1 refused, 2 wrong usage.
setlocal
if "%~3"=="" (
  echo usage: monthly.bat INBOX OUTDIR MONTH
  exit /b 2
)
if not exist "%~2" mkdir "%~2"
tuijin import "%~1" --month %3 --each --accept-valid --yes --output "%~2\import-%3.csv"
set DONE=%ERRORLEVEL%
tuijin reports --month %3 --output "%~2\reports-%3.csv" || exit /b 1
tuijin reports remind --month %3 --output "%~2\remind-%3.txt" || exit /b 1
tuijin calendar due --output "%~2\due.txt" || exit /b 1
tuijin summary --month %3 --output "%~2\summary-%3.csv" || exit /b 1
exit /b %DONE%
