#include "desktop/import/import_dialog.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/list_look.h"
#include "import/ui_import_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

ImportDialog::ImportDialog(const AppContext &context, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportDialog>()), m_import(context.session)
{
    m_ui->setupUi(this);
    setObjectName(u"importDialog"_s);
    setThemeRole(m_ui->importIntro, "muted");
    setThemeRole(m_ui->importNow, "primary");
    m_ui->importEmpty->setContent("import"_L1, tr("Nothing read yet"), tr("Choose a source and preview it. A preview writes nothing."));
    m_ui->importCounts->setModel(m_import.counts());
    applyListLook(m_ui->importCounts);
    m_ui->importCounts->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->importFindings->setModel(m_import.findings());
    applyListLook(m_ui->importFindings);
    const QList<int> widths{110, 150, 130, 300, 200};
    for (qsizetype i = 0; i < widths.size(); ++i)
        m_ui->importFindings->setColumnWidth(int(i), widths.at(i));
    m_ui->importFindings->horizontalHeader()->setStretchLastSection(true);
    connectModel();
    showStep();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::reject()
{
    m_import.cancel();
    QDialog::reject();
}

void ImportDialog::connectModel()
{
    connect(m_ui->importBrowse, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_ui->importCheck, &QPushButton::clicked, this, &ImportDialog::check);
    connect(m_ui->importNow, &QPushButton::clicked, &m_import, &ImportModel::importNow);
    connect(m_ui->importClose, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_ui->importSaveReport, &QPushButton::clicked, this, &ImportDialog::saveReport);
    connect(m_ui->importProgress, &ProgressStrip::cancelRequested, &m_import, &ImportModel::cancel);
    connect(m_ui->importKind, &QComboBox::activated, this, [this] {
        const QVariant kind = m_ui->importKind->currentData();
        m_import.findings()->setKind(kind.isValid() ? std::optional(ImportFinding::Kind(kind.toInt())) : std::nullopt);
    });
    connect(&m_import, &ImportModel::stepChanged, this, &ImportDialog::showStep);
    connect(&m_import, &ImportModel::progressed, this, [this](int done, int total) { m_ui->importProgress->setProgress(done, total); });
    connect(&m_import, &ImportModel::failed, this,
            [this](const QString &sentence) { m_ui->importBanner->showMessage(Tone::Negative, sentence); });
    connect(&m_import, &ImportModel::reportSaved, this, [this](const QString &filePath) {
        m_ui->importBanner->showMessage(
            Tone::Positive,
            tr("The report was saved as %1. Correct it there and import it again.").arg(QDir::toNativeSeparators(filePath)));
    });
}

void ImportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose old data"), {}, tr("Captures and quarantine files (*.json *.csv);;All files (*)"));
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &filePath) {
        m_ui->importSource->setText(QDir::toNativeSeparators(filePath));
        check();
    });
    dialog->open();
}

void ImportDialog::check()
{
    m_ui->importBanner->clear();
    const auto source = ImportModel::sourceFrom(QDir::fromNativeSeparators(m_ui->importSource->text()));
    const bool isMissing = source && source->isLocalFile() && !QFileInfo::exists(source->toLocalFile());
    QString complaint;
    if (!source)
        complaint = tr("Give a file, or an address that begins with http:// or https://.");
    else if (isMissing)
        complaint = tr("There is no such file. Choose it with the button beside.");
    m_ui->importSourceError->showError(m_ui->importSource, complaint);
    if (complaint.isEmpty())
        m_import.preview(*source);
}

void ImportDialog::saveReport()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"), u"deal-desk-import-report.csv"_s, tr("CSV files (*.csv)"));
    dialog->setObjectName(u"importReportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, &m_import, &ImportModel::saveReport);
    dialog->open();
}

void ImportDialog::showStep()
{
    using Step = ImportModel::Step;
    const Step step = m_import.step();
    const bool working = m_import.isWorking();
    m_ui->importSource->setEnabled(!working);
    m_ui->importBrowse->setEnabled(!working);
    m_ui->importCheck->setEnabled(!working);
    m_ui->importNow->setEnabled(step == Step::Preview);
    m_ui->importSaveReport->setEnabled(!working);
    m_ui->importProgress->finish();
    if (step == Step::Reading)
        m_ui->importProgress->start(tr("Reading the source…"));
    else if (step == Step::Checking)
        m_ui->importProgress->start(tr("Trying the import without writing…"));
    else if (step == Step::Importing)
        m_ui->importProgress->start(tr("Importing…"));
    const bool hasResult = !m_import.report().counts.isEmpty();
    m_ui->importStack->setCurrentWidget(hasResult ? m_ui->importResult : static_cast<QWidget *>(m_ui->importEmpty));
    if (step == Step::Preview || step == Step::Done)
        showResult();
}

void ImportDialog::showResult()
{
    ImportCount sum;
    for (const ImportCount &count : m_import.report().counts) {
        sum.rowsIn += count.rowsIn;
        sum.imported += count.imported;
        sum.quarantined += count.quarantined;
        sum.alreadyThere += count.alreadyThere;
    }
    const QLocale locale;
    const QString sums = tr("%1 rows in = %2 imported + %3 quarantined + %4 already here")
                             .arg(locale.toString(sum.rowsIn), locale.toString(sum.imported), locale.toString(sum.quarantined),
                                  locale.toString(sum.alreadyThere));
    const bool done = m_import.step() == ImportModel::Step::Done;
    m_ui->importSum->setText(done ? tr("Done: %1.").arg(sums) : tr("Preview, nothing written yet: %1.").arg(sums));
    if (!m_import.report().balances())
        m_ui->importBanner->showMessage(Tone::Negative, tr("The sums do not agree. Save the report and tell your administrator."));
    else if (done)
        m_ui->importBanner->showMessage(Tone::Positive, tr("The import is done: %1.").arg(sums));

    m_ui->importKind->clear();
    m_ui->importKind->addItem(tr("All (%1)").arg(m_import.report().findings.size()));
    for (const auto kind :
         {ImportFinding::Kind::Quarantined, ImportFinding::Kind::Repaired, ImportFinding::Kind::Kept, ImportFinding::Kind::Skipped})
        m_ui->importKind->addItem(tr("%1 (%2)").arg(label(kind)).arg(m_import.findings()->countOf(kind)), int(kind));
    m_import.findings()->setKind(std::nullopt);
}

} // namespace dealdesk
