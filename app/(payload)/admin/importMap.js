import { WorkflowBar as WorkflowBar_52818036879e908d57b819bb64e06674 } from '../../../admin/workflow-bar.tsx'
import { StateCell as StateCell_5f9a006f151755bba1b33f52637a93ea } from '../../../admin/workflow/state-cell.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PasteFeatureClient as PasteFeatureClient_27b2cf994c5409b55fc8fa3fc385a643 } from '../../../admin/editor/paste-feature.tsx'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CitationLabel as CitationLabel_f3f115cfd39922517c3fdae2a9167800 } from '../../../admin/editor/citation-label.tsx'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowLabel as RowLabel_d7117aba00fb235860b6aa79b1733ecc } from '../../../admin/row-label.tsx'
import { BulkBar as BulkBar_1258dcb8509befa1b03f4f31709c3665 } from '../../../admin/bulk/bulk-bar.tsx'
import { NoButton as NoButton_61ca46d56600adfcf72abb243101dd5d } from '../../../admin/no-button.tsx'
import { EntryState as EntryState_52b71795d15f058dad2f4b95b0f81f2c } from '../../../admin/workflow/entry-state.tsx'
import { TimelineTab as TimelineTab_d6a61f63f9314e429e3597d0fb417d39 } from '../../../admin/timeline/timeline-tab.tsx'
import { ImportDocument as ImportDocument_b7431d498fc6df4329eef1ecba4a32d2 } from '../../../admin/import/import-document.tsx'
import { ImpactLink as ImpactLink_18e675f4ff269ec044aec1b788b30be3 } from '../../../admin/impact/impact-link.tsx'
import { FormErrors as FormErrors_83b5fb0ae608fbf8c7db882ac1551443 } from '../../../admin/form/form-errors.tsx'
import { SourceHelp as SourceHelp_d371b8133ca8289d1f2bb16364f0446e } from '../../../admin/sources/source-help.tsx'
import { JsonText as JsonText_42efb4cebc40156b429ac212b9515dd5 } from '../../../admin/json-text.tsx'
import { SameFigure as SameFigure_0492619d79817fa1c5f80fc28b99ff59 } from '../../../admin/sources/same-figure.tsx'
import { Substitute as Substitute_a72c83022d6ba5853afbd398ae57b2a6 } from '../../../admin/accounts/substitute.tsx'
import { Invitation as Invitation_f1d6186b3b3648ce12dbfa87dce5768c } from '../../../admin/accounts/invitation.tsx'
import { SetupToken as SetupToken_a3936c0ef28007fdcb8a4031c5cac294 } from '../../../admin/accounts/setup-token.tsx'
import { CurrentPassword as CurrentPassword_35f507dfda166f28a09a5e3fd44efeb4 } from '../../../admin/accounts/current-password.tsx'
import { Keys as Keys_5cdcdf0e8cf45629f4ad28ec27877e38 } from '../../../admin/accounts/keys.tsx'
import { SaveAccount as SaveAccount_b314c97c449935dc8a752e2b7c83f099 } from '../../../admin/accounts/save-account.tsx'
import { PutBackCell as PutBackCell_3f3085e680b1e6f31ab9761a9b8ffff9 } from '../../../admin/trash/put-back-cell.tsx'
import { PutBackHere as PutBackHere_c6f1535d39dfac69adbfcf2824ec2265 } from '../../../admin/trash/put-back.tsx'
import { SetLinkCell as SetLinkCell_981d24637e2e9e931c2e7f78e2f7d99a } from '../../../admin/change-sets/set-link-cell.tsx'
import { EntryLinkCell as EntryLinkCell_a645974831a11467dcab012cd59db4ac } from '../../../admin/workflow/entry-link-cell.tsx'
import { AssignedCell as AssignedCell_41a49808ed4b8dcceaaf48e025888dc9 } from '../../../admin/assignments/assigned-cell.tsx'
import { HeldOne as HeldOne_5e688fccf58255f23703aaf032520175 } from '../../../admin/mail/held-one.tsx'
import { HeldMail as HeldMail_f90c9267ea3ae0c20aab5d52962c53cf } from '../../../admin/mail/held-mail.tsx'
import { QueryPresetsAccessCell as QueryPresetsAccessCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsWhereCell as QueryPresetsWhereCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsWhereField as QueryPresetsWhereField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsColumnsCell as QueryPresetsColumnsCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsColumnField as QueryPresetsColumnField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsGroupByCell as QueryPresetsGroupByCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsGroupByField as QueryPresetsGroupByField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { DemoMarker as DemoMarker_dc2b33ecc61d8a5c711e94c6eb90ac3e } from '../../../admin/demo-marker.tsx'
import { Icon as Icon_dea7bf16bc3333a106812bea074064fb } from '../../../admin/brand.tsx'
import { Logo as Logo_dea7bf16bc3333a106812bea074064fb } from '../../../admin/brand.tsx'
import { Finder as Finder_acd49e9b523891cc86ab69123ea89925 } from '../../../admin/finder/finder.tsx'
import { Bell as Bell_4999c35e44dd897de27f9949b5fe0dfe } from '../../../admin/notices/bell.tsx'
import { DeskLinks as DeskLinks_235ef3aa2f506eaf4a23aa8a3a0ceb5a } from '../../../admin/nav/desk-links.tsx'
import { ForgetAtLogOut as ForgetAtLogOut_0eabfaf15027d78755910c4aaf07af40 } from '../../../admin/unsaved/forget-at-log-out.tsx'
import { ChoosePassword as ChoosePassword_67a6bb4be71379e148a9257e20e5e204 } from '../../../admin/accounts/choose-password.tsx'
import { ReviewView as ReviewView_fc51186a236625a26af16d14657cceaf } from '../../../admin/review/review-view.tsx'
import { ReportsView as ReportsView_72517d23c30279b5996b27d8ade2eeb3 } from '../../../admin/reports/reports-view.tsx'
import { ScheduleView as ScheduleView_1db112ed0faa927e47049051de65fe2c } from '../../../admin/schedule/schedule-view.tsx'
import { TimelineView as TimelineView_ceca929fdf25520e4c5fdf01baa45ed4 } from '../../../admin/timeline/timeline-view.tsx'
import { ChangeSetView as ChangeSetView_6824abcbdcd6d9695d7fe4b980757107 } from '../../../admin/change-sets/set-view.tsx'
import { ImpactView as ImpactView_750f739dab651e8ce284ae5e8d0add3e } from '../../../admin/impact/impact-view.tsx'
import { NoticesView as NoticesView_491bc943ab3001b99a367b840e4437c5 } from '../../../admin/notices/notices-view.tsx'
import { MyWork as MyWork_ae1d4a6d707fa15d3960802d35fbb8bb } from '../../../admin/my-work/my-work.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/workflow-bar.tsx#WorkflowBar": WorkflowBar_52818036879e908d57b819bb64e06674,
  "/admin/workflow/state-cell.tsx#StateCell": StateCell_5f9a006f151755bba1b33f52637a93ea,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/editor/paste-feature.tsx#PasteFeatureClient": PasteFeatureClient_27b2cf994c5409b55fc8fa3fc385a643,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/editor/citation-label.tsx#CitationLabel": CitationLabel_f3f115cfd39922517c3fdae2a9167800,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/row-label.tsx#RowLabel": RowLabel_d7117aba00fb235860b6aa79b1733ecc,
  "/admin/bulk/bulk-bar.tsx#BulkBar": BulkBar_1258dcb8509befa1b03f4f31709c3665,
  "/admin/no-button.tsx#NoButton": NoButton_61ca46d56600adfcf72abb243101dd5d,
  "/admin/workflow/entry-state.tsx#EntryState": EntryState_52b71795d15f058dad2f4b95b0f81f2c,
  "/admin/timeline/timeline-tab.tsx#TimelineTab": TimelineTab_d6a61f63f9314e429e3597d0fb417d39,
  "/admin/import/import-document.tsx#ImportDocument": ImportDocument_b7431d498fc6df4329eef1ecba4a32d2,
  "/admin/impact/impact-link.tsx#ImpactLink": ImpactLink_18e675f4ff269ec044aec1b788b30be3,
  "/admin/form/form-errors.tsx#FormErrors": FormErrors_83b5fb0ae608fbf8c7db882ac1551443,
  "/admin/sources/source-help.tsx#SourceHelp": SourceHelp_d371b8133ca8289d1f2bb16364f0446e,
  "/admin/json-text.tsx#JsonText": JsonText_42efb4cebc40156b429ac212b9515dd5,
  "/admin/sources/same-figure.tsx#SameFigure": SameFigure_0492619d79817fa1c5f80fc28b99ff59,
  "/admin/accounts/substitute.tsx#Substitute": Substitute_a72c83022d6ba5853afbd398ae57b2a6,
  "/admin/accounts/invitation.tsx#Invitation": Invitation_f1d6186b3b3648ce12dbfa87dce5768c,
  "/admin/accounts/setup-token.tsx#SetupToken": SetupToken_a3936c0ef28007fdcb8a4031c5cac294,
  "/admin/accounts/current-password.tsx#CurrentPassword": CurrentPassword_35f507dfda166f28a09a5e3fd44efeb4,
  "/admin/accounts/keys.tsx#Keys": Keys_5cdcdf0e8cf45629f4ad28ec27877e38,
  "/admin/accounts/save-account.tsx#SaveAccount": SaveAccount_b314c97c449935dc8a752e2b7c83f099,
  "/admin/trash/put-back-cell.tsx#PutBackCell": PutBackCell_3f3085e680b1e6f31ab9761a9b8ffff9,
  "/admin/trash/put-back.tsx#PutBackHere": PutBackHere_c6f1535d39dfac69adbfcf2824ec2265,
  "/admin/change-sets/set-link-cell.tsx#SetLinkCell": SetLinkCell_981d24637e2e9e931c2e7f78e2f7d99a,
  "/admin/workflow/entry-link-cell.tsx#EntryLinkCell": EntryLinkCell_a645974831a11467dcab012cd59db4ac,
  "/admin/assignments/assigned-cell.tsx#AssignedCell": AssignedCell_41a49808ed4b8dcceaaf48e025888dc9,
  "/admin/mail/held-one.tsx#HeldOne": HeldOne_5e688fccf58255f23703aaf032520175,
  "/admin/mail/held-mail.tsx#HeldMail": HeldMail_f90c9267ea3ae0c20aab5d52962c53cf,
  "@payloadcms/next/client#QueryPresetsAccessCell": QueryPresetsAccessCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsWhereCell": QueryPresetsWhereCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsWhereField": QueryPresetsWhereField_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsColumnsCell": QueryPresetsColumnsCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsColumnField": QueryPresetsColumnField_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsGroupByCell": QueryPresetsGroupByCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsGroupByField": QueryPresetsGroupByField_2b8867833a34864a02ddf429b0728a40,
  "/admin/demo-marker.tsx#DemoMarker": DemoMarker_dc2b33ecc61d8a5c711e94c6eb90ac3e,
  "/admin/brand.tsx#Icon": Icon_dea7bf16bc3333a106812bea074064fb,
  "/admin/brand.tsx#Logo": Logo_dea7bf16bc3333a106812bea074064fb,
  "/admin/finder/finder.tsx#Finder": Finder_acd49e9b523891cc86ab69123ea89925,
  "/admin/notices/bell.tsx#Bell": Bell_4999c35e44dd897de27f9949b5fe0dfe,
  "/admin/nav/desk-links.tsx#DeskLinks": DeskLinks_235ef3aa2f506eaf4a23aa8a3a0ceb5a,
  "/admin/unsaved/forget-at-log-out.tsx#ForgetAtLogOut": ForgetAtLogOut_0eabfaf15027d78755910c4aaf07af40,
  "/admin/accounts/choose-password.tsx#ChoosePassword": ChoosePassword_67a6bb4be71379e148a9257e20e5e204,
  "/admin/review/review-view.tsx#ReviewView": ReviewView_fc51186a236625a26af16d14657cceaf,
  "/admin/reports/reports-view.tsx#ReportsView": ReportsView_72517d23c30279b5996b27d8ade2eeb3,
  "/admin/schedule/schedule-view.tsx#ScheduleView": ScheduleView_1db112ed0faa927e47049051de65fe2c,
  "/admin/timeline/timeline-view.tsx#TimelineView": TimelineView_ceca929fdf25520e4c5fdf01baa45ed4,
  "/admin/change-sets/set-view.tsx#ChangeSetView": ChangeSetView_6824abcbdcd6d9695d7fe4b980757107,
  "/admin/impact/impact-view.tsx#ImpactView": ImpactView_750f739dab651e8ce284ae5e8d0add3e,
  "/admin/notices/notices-view.tsx#NoticesView": NoticesView_491bc943ab3001b99a367b840e4437c5,
  "/admin/my-work/my-work.tsx#MyWork": MyWork_ae1d4a6d707fa15d3960802d35fbb8bb,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
