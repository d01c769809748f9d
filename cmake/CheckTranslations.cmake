# cmake -DLUPDATE=… -DSOURCE_DIR=… -DWORK_DIR=… -P CheckTranslations.cmake: fails when a sentence with a number has no plural forms in
# one of the translations. Reads the sources into a copy, so that a sentence that was never taken up is found too.
file(GLOB translations "${SOURCE_DIR}/translations/*.ts")
foreach(translation IN LISTS translations)
  get_filename_component(name "${translation}" NAME)
  file(MAKE_DIRECTORY "${WORK_DIR}")
  file(COPY_FILE "${translation}" "${WORK_DIR}/${name}") # file(COPY) would leave an older run's copy of the same second
  execute_process(COMMAND "${LUPDATE}" -silent -locations none -no-obsolete -pluralonly "${SOURCE_DIR}/src" "${SOURCE_DIR}/ui" -ts "${WORK_DIR}/${name}"
                  ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  file(READ "${WORK_DIR}/${name}" text)
  string(REGEX MATCHALL "<source>[^<]*</source>[ \r\n\t]*<translation type=\"unfinished\"" unfinished "${text}")
  if(unfinished)
    list(JOIN unfinished "\n" sentences)
    message(FATAL_ERROR "${name} has no plural forms yet for:\n${sentences}\nRun the target update_translations and fill them in.")
  endif()
endforeach()
