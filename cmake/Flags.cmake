# The one target that carries every compiler flag; each library and program links it.
add_library(dealdesk_flags INTERFACE)
target_compile_features(dealdesk_flags INTERFACE cxx_std_20)
target_compile_definitions(
  dealdesk_flags
  INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
            QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
            DEALDESK_VERSION="${PROJECT_VERSION}")

if(MSVC)
  target_compile_options(dealdesk_flags INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus /await:strict)
  if(DEALDESK_WARNINGS_AS_ERRORS)
    target_compile_options(dealdesk_flags INTERFACE /WX)
  endif()
else()
  target_compile_options(
    dealdesk_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion
                             -Wno-sign-conversion -Wold-style-cast)
  if(DEALDESK_WARNINGS_AS_ERRORS)
    target_compile_options(dealdesk_flags INTERFACE -Werror)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    target_compile_options(dealdesk_flags INTERFACE -fpch-preprocess)
  endif()
endif()

if(DEALDESK_SANITIZE)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(dealdesk_flags INTERFACE -Wno-maybe-uninitialized) # guesses wrongly about instrumented code
  endif()
  target_compile_options(dealdesk_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
                                                  -fno-omit-frame-pointer)
  target_link_options(dealdesk_flags INTERFACE -fsanitize=address,undefined)
endif()
